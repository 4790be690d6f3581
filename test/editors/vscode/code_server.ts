import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const vsix = join(import.meta.dirname, '../../../editors/vscode/dist/torchspore.vsix')

/** A VS Code that answers a browser, with the extension installed as a person would. Its folder is its own. */
export class CodeServer {
  readonly url: string
  private readonly process: ChildProcess

  private constructor(url: string, process: ChildProcess) {
    this.url = url
    this.process = process
  }

  static async start(program: string, folder: string): Promise<CodeServer> {
    writeFileSync(join(folder, 'config.yaml'), 'bind-addr: 127.0.0.1:0\nauth: none\ncert: false\n')
    const [command, ...args] = commandOf(program, folder)
    execFileSync(command, [...args, '--install-extension', vsix], { stdio: ['ignore', 'ignore', 'inherit'] })
    const server = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    return new CodeServer(await urlOf(server), server)
  }

  /** Says which settings hold from now on: the person's, and the machine's, where alone paths of programs count. */
  static setUp(folder: string, settings: Readonly<Record<string, unknown>>): void {
    for (const level of ['User', 'Machine']) {
      mkdirSync(join(folder, 'data', level), { recursive: true })
      writeFileSync(join(folder, 'data', level, 'settings.json'), JSON.stringify({ ...quiet, ...settings }))
    }
  }

  stop(): void {
    this.process.kill()
  }
}

/** The command, and where all that it keeps goes. */
function commandOf(program: string, folder: string): [string, ...string[]] {
  const places = ['--config', 'config.yaml', '--user-data-dir', 'data', '--extensions-dir', 'extensions']
  const args = places.map(place => (place.startsWith('--') ? place : join(folder, place)))
  const silent = ['telemetry', 'update-check', 'workspace-trust', 'getting-started-override'].map(
    what => `--disable-${what}`,
  )
  return program.endsWith('.js') ? [process.execPath, program, ...args, ...silent] : [program, ...args, ...silent]
}

/** The address that it prints when it listens. */
function urlOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stdout?.on('data', part => {
      printed += part
      const [, url] = /listening on (http:\S+)/.exec(printed) ?? []
      if (url) resolve(url)
    })
    server.once('exit', status => reject(new Error(`code-server ended with ${status}:\n${printed}`)))
  })
}

/** Settings without which the window is not always the same. */
const quiet = {
  'workbench.startupEditor': 'none',
  'window.autoDetectColorScheme': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.hover.delay': 100,
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'files.autoSave': 'off',
}
