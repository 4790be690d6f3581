/** The programs that the bench compares with: installed once, into folders that git ignores. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '../../scripts/corpus/run.mjs'

const here = fileURLToPath(new URL('../tools/', import.meta.url))
const own = fileURLToPath(new URL('./', import.meta.url))
const astGrep = `${here}node_modules/.bin/ast-grep`
const python = `${here}.venv/bin/python`

/** Where a program of the system is; an error names what is to be installed. */
function found(name) {
  try {
    return run('sh', ['-c', `command -v ${name}`]).trim()
  } catch {
    throw new Error(`bench: ${name} is not installed here; on Debian: apt-get install ripgrep python3-venv`)
  }
}

/** Each with its name, its version, and its command line for folders. The first is what the others are measured by. */
export function installTools() {
  const rg = found('rg')
  const python3 = run('python3', ['-c', 'import sys; print(sys.executable)']).trim()
  if (!existsSync(astGrep)) run('npm', ['ci', '--silent', '--no-audit', '--no-fund'], { cwd: here })
  if (!existsSync(python)) {
    run(python3, ['-m', 'venv', `${here}.venv`])
    run(python, ['-m', 'pip', 'install', '--quiet', '-r', `${here}requirements.txt`])
  }
  const torchfix = run(python, ['-c', 'from importlib.metadata import version; print(version("torchfix"))']).trim()
  return [
    {
      name: 'ripgrep -l',
      version: run(rg, ['--version']).split(/\s/)[1],
      command: folders => [rg, '-l', 'ConvTranspose1d', '-t', 'py', ...folders],
    },
    {
      name: 'ast-grep scan',
      version: run(astGrep, ['--version']).split(/\s/)[1],
      command: folders => [astGrep, 'scan', '--rule', `${here}torch_calls.yml`, '--json=stream', ...folders],
    },
    {
      name: 'torchfix',
      version: torchfix,
      command: folders => [python, '-m', 'torchfix', '--select=ALL', ...folders],
    },
    {
      name: "CPython's ast.parse",
      version: run(python3, ['--version']).trim().split(' ')[1],
      command: folders => [python3, `${own}parse_all.py`, ...folders],
    },
  ]
}
