import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../../dist/cli.js')

/** Runs `check --fix` in a folder, and kills it when so many things have happened there; gives the signal that ended it. */
export function killedFix(folder: string, events: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [cli, 'check', '--fix', '--no-cache', '--quiet'], {
    cwd: folder,
    stdio: 'ignore',
  })
  let left = events
  const watcher = watch(folder, () => {
    left--
    if (left <= 0) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (_, signal) => {
      watcher.close()
      resolve(signal)
    })
  })
}
