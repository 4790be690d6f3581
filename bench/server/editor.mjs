/** An editor as a script: starts the real server and speaks the protocol with it over its standard input and output. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'

const cli = new URL('../../dist/cli.js', import.meta.url).pathname
const ticksPerSecond = 100

export async function startEditor({ pulls }) {
  const server = spawn(process.execPath, [cli, 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const waiting = new Map()
  connection.onNotification('textDocument/publishDiagnostics', ({ version, diagnostics }) => {
    waiting.get(version)?.(diagnostics)
    waiting.delete(version)
  })
  connection.listen()
  const capabilities = pulls ? { textDocument: { diagnostic: {} } } : {}
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities })
  await connection.sendNotification('initialized', {})

  const uri = 'untitled:model.py'
  let version = 0
  const findings = async () => {
    if (!pulls) return new Promise(done => waiting.set(version, done))
    return (await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).items
  }

  return {
    async open(text) {
      version++
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'python', version, text },
      })
      return findings()
    },
    /** Types or deletes at a place, and waits for the findings. */
    async edit(range, text) {
      version++
      const change = { textDocument: { uri, version }, contentChanges: [{ range, text }] }
      const sent = connection.sendNotification('textDocument/didChange', change)
      const found = findings()
      await sent
      return found
    },
    /** Memory in MB: what the process has in memory now. */
    memory() {
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
    },
    /** Milliseconds of processor time so far, of all threads. */
    processor() {
      const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000
    },
    async end() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
    },
  }
}
