import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failureOf, type Ran, runProgram } from './process.ts'

/** One framework at one version, in a virtual environment of its own. */
export interface Environment {
  readonly framework: 'torch' | 'mindspore'
  /** Such as `mindspore 2.7.0`. */
  readonly name: string
  readonly python: string
  /** Why it is not there; null when it is. */
  readonly missing: string | null
}

const folder = resolve('conformance')
const pythonOf = (environment: string) =>
  join(environment, ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']))

/** The environment of a requirements file: the one that is there, else a new one. Never throws: what is missing is told. */
export function environment(framework: Environment['framework'], version: string): Environment {
  const requirements = join(folder, `requirements-${framework}-${version}.txt`)
  const place = join(folder, `.venv-${framework}-${version}`)
  const python = pythonOf(place)
  const found = { framework, name: `${framework} ${version}`, python }
  if (holds(python, requirements)) return { ...found, missing: null }
  console.error(`installing ${found.name} in ${place}`)
  const failure = install(place, requirements)
  if (failure) return { ...found, missing: failure }
  return { ...found, missing: holds(python, requirements) ? null : 'installed, but not with the pinned versions' }
}

function install(place: string, requirements: string): string | null {
  const python = pythonOf(place)
  const steps: readonly (() => Ran)[] = [
    ...(existsSync(python) ? [] : [() => runProgram('python3', ['-m', 'venv', place])]),
    () => runProgram(python, ['-m', 'pip', 'install', '--quiet', '--no-input', '-r', requirements]),
  ]
  for (const step of steps) {
    const failure = failureOf(step())
    if (failure) return failure
  }
  return null
}

const versions = `
import importlib.metadata, json, sys
print(json.dumps([importlib.metadata.version(name) for name in sys.argv[1:]]))
`

/** Whether the environment has all that is pinned, at those versions. */
function holds(python: string, requirements: string): boolean {
  if (!existsSync(python)) return false
  const pins = readFileSync(requirements, 'utf8').trim().split('\n')
  const names = pins.map(pin => pin.split('==')[0] ?? '')
  const ran = runProgram(python, ['-c', versions, ...names])
  if (failureOf(ran)) return false
  const wanted = pins.map(pin => pin.split('==')[1])
  return JSON.stringify(JSON.parse(ran.stdout)) === JSON.stringify(wanted)
}

/** Where the real models are built: their packages, without what these depend on, beside the torch that is there. */
export function modelEnvironment(torch: Environment): Environment {
  const requirements = join(folder, 'requirements-models.txt')
  const place = join(folder, '.venv-models')
  const python = pythonOf(place)
  const found = { ...torch, name: 'models', python }
  if (holds(python, requirements)) return { ...found, missing: null }
  if (!existsSync(python)) {
    console.error(`installing the models' packages in ${place}`)
    const made = runProgram('python3', ['-m', 'venv', place])
    if (made.status !== 0) return { ...found, missing: failureOf(made) }
    lendTorch(torch.python, python)
  }
  const options = ['--quiet', '--no-input', '--no-deps', '-r', requirements]
  const failure = failureOf(runProgram(python, ['-m', 'pip', 'install', ...options]))
  return { ...found, missing: failure }
}

const sitePackages = 'import sysconfig; print(sysconfig.get_path("purelib"))'

function lendTorch(from: string, to: string): void {
  const [lent, own] = [from, to].map(python => runProgram(python, ['-c', sitePackages]).stdout.trim())
  writeFileSync(join(own ?? '', 'torch_beside.pth'), `${lent}\n`)
}
