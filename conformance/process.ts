import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Where the frameworks are run: MindSpore leaves files behind in the folder that it is started in. */
const run = 'conformance/.work/run'

/** Runs a program to its end, its paths absolute unless a folder is named. */
export function runProgram(command: string, args: readonly string[], cwd = run): Ran {
  mkdirSync(cwd, { recursive: true })
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, GLOG_v: '3', PYTHONDONTWRITEBYTECODE: '1' },
  })
  return { status, stdout: stdout ?? '', stderr: error ? error.message : (stderr ?? '') }
}

/** Why a program failed: its last line that names an error, else its last words; null when it did not. */
export function failureOf({ status, stderr }: Ran): string | null {
  if (status === 0) return null
  const lines = stderr.trim().split('\n').filter(Boolean)
  return (
    lines.findLast(line => /^(ERROR|\w*Error)( \[\w+\])?:/.test(line)) ??
    lines.at(-1) ??
    `exit status ${status ?? 'unknown'}`
  )
}
