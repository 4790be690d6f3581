import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Where the frameworks are run: MindSpore leaves files behind in the folder that it is started in. */
const cwd = 'conformance/.work/run'

/** Runs a program to its end; its paths have to be absolute. */
export function runProgram(command: string, args: readonly string[]): Ran {
  mkdirSync(cwd, { recursive: true })
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, GLOG_v: '3', PYTHONDONTWRITEBYTECODE: '1' },
  })
  return { status, stdout: stdout ?? '', stderr: error ? error.message : (stderr ?? '') }
}

/** The last words of a program that failed; null when it did not. */
export function failureOf({ status, stderr }: Ran): string | null {
  if (status === 0) return null
  const lines = stderr.trim().split('\n').filter(Boolean)
  return lines.at(-1) ?? `exit status ${status ?? 'unknown'}`
}
