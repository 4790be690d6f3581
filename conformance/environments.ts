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

interface Plan {
  readonly requirements: string
  /** The virtual environment's folder. */
  readonly place: string
  readonly options: readonly string[]
  /** Done once Python is there and before the packages are. */
  prepare(python: string): void
}

const requirementsOf = (name: string) => resolve(`conformance/requirements-${name}.txt`)
const pythonOf = (place: string) =>
  join(place, ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']))

/**
 * The environment of a requirements file below `folder`: the one that is there, else a new one. Never throws: what is
 * missing is told.
 */
export function environment(framework: Environment['framework'], version: string, folder: string): Environment {
  const name = `${framework}-${version}`
  const place = join(folder, `.venv-${name}`)
  const missing = ready({ requirements: requirementsOf(name), place, options: [], prepare: () => {} })
  return { framework, name: `${framework} ${version}`, python: pythonOf(place), missing }
}

/** Where the real models are built: their packages, without what these depend on, beside the torch that is there. */
export function modelEnvironment(torch: Environment, folder: string): Environment {
  const place = join(folder, '.venv-models')
  const missing = ready({
    requirements: requirementsOf('models'),
    place,
    options: ['--no-deps'],
    prepare: python => lendTorch(torch.python, python),
  })
  return { framework: 'torch', name: 'models', python: pythonOf(place), missing }
}

/** Makes the environment unless it is there; what kept it from that, or null. */
function ready(plan: Plan): string | null {
  const python = pythonOf(plan.place)
  if (holds(python, plan.requirements)) return null
  console.error(`installing ${plan.requirements} in ${plan.place}`)
  return install(plan) ?? (holds(python, plan.requirements) ? null : 'installed, but not with the pinned versions')
}

function install({ requirements, place, options, prepare }: Plan): string | null {
  const python = pythonOf(place)
  const made: Ran | null = existsSync(python) ? null : runProgram('python3', ['-m', 'venv', place])
  const failure = made && failureOf(made)
  if (failure) return failure
  prepare(python)
  return failureOf(
    runProgram(python, ['-m', 'pip', 'install', '--quiet', '--no-input', ...options, '-r', requirements]),
  )
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

const sitePackages = 'import sysconfig; print(sysconfig.get_path("purelib"))'

/** Adds the folder of the torch that is there to the modules of another Python. */
function lendTorch(from: string, to: string): void {
  const [lent, own] = [from, to].map(python => runProgram(python, ['-c', sitePackages]).stdout.trim())
  writeFileSync(join(own ?? '', 'torch_beside.pth'), `${lent}\n`)
}
