import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../../dist/cli.js')

export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

type Environment = Readonly<Record<string, string>>

/** Runs the built command line in a folder. */
export function torchspore(
  cwd: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  env: Environment = {},
): Ended {
  return ended(process.execPath, [cli, ...args], cwd, input, env)
}

/** Runs it as `torchspore` within a shell script. */
export function shell(cwd: string, script: string): Ended {
  return ended(
    'bash',
    ['--norc', '-c', `torchspore() { ${quote(process.execPath)} ${quote(cli)} "$@"; }; ${script}`],
    cwd,
    '',
  )
}

const quote = (path: string) => `'${path.replaceAll("'", "'\\''")}'`

function ended(
  command: string,
  args: readonly string[],
  cwd: string,
  input: string | Uint8Array,
  more: Environment = {},
): Ended {
  const { PATH = '' } = process.env
  // CI is set because some libraries take it for a wish for colours.
  const env = { PATH, CI: '1', ...more }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, input, encoding: 'utf8', env })
  return { status, out: stdout, err: stderr }
}
