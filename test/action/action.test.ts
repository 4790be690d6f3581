import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plain, starred } from '../cli/sources.ts'
import { makeFolder } from '../host/folder.ts'
import { violations } from '../report/sarif_schema/validate.ts'

const root = join(import.meta.dirname, '../..')
const action = readFileSync(join(root, 'action.yml'), 'utf8')

interface Inputs {
  readonly paths?: string
  readonly args?: string
  readonly sarif?: string
}

/** Runs the step that checks, as GitHub's runner does, in a workspace. */
function runCheck(files: Readonly<Record<string, string>>, { paths = '.', args = '', sarif = 'false' }: Inputs) {
  const temporary = makeFolder({ output: '' })
  const cwd = makeFolder(files)
  const { PATH = '' } = process.env
  const env = {
    PATH,
    GITHUB_ACTION_PATH: root,
    GITHUB_WORKSPACE: cwd,
    GITHUB_OUTPUT: join(temporary, 'output'),
    RUNNER_TEMP: temporary,
    INPUT_PATHS: paths,
    INPUT_ARGS: args,
    INPUT_SARIF: sarif,
  }
  const script = join(root, 'action/check.sh')
  const { status, stdout, stderr } = spawnSync('bash', [script], { cwd, env, encoding: 'utf8' })
  const outputs = readFileSync(env.GITHUB_OUTPUT, 'utf8')
  return { cwd, status, out: stdout, err: stderr, outputs, sarif: join(temporary, 'torchspore.sarif') }
}

describe('the step that checks', () => {
  test('annotates what is found, and leaves failing to a later step', () => {
    const { status, out, err, outputs, sarif } = runCheck({ 'pkg/a.py': plain }, {})
    expect({ status, err, outputs }).toEqual({ status: 0, err: '', outputs: 'status=1\n' })
    expect(out).toMatch(/^::warning file=pkg\/a\.py,line=3,/)
    expect(existsSync(sarif)).toBe(false)
  })

  test('writes SARIF when it is wanted, though there are findings', () => {
    const ended = runCheck({ 'a.py': starred }, { sarif: 'true' })
    expect(ended).toMatchObject({ status: 0, err: '', outputs: `status=1\nsarif-file=${ended.sarif}\n` })
    const log = JSON.parse(readFileSync(ended.sarif, 'utf8'))
    expect(violations(log)).toEqual([])
    expect(log.runs[0].results).toMatchObject([{ ruleId: 'TSP206' }])
  })

  test('nothing found is status 0', () => {
    expect(runCheck({ 'a.py': 'x = 1\n' }, {})).toMatchObject({ status: 0, out: '', outputs: 'status=0\n' })
  })

  test('takes paths and options a line each, with spaces, and reads none of them as shell', () => {
    const files = { 'a b/c.py': plain, 'left/d.py': plain, '-e.py': plain, '$(touch pwned); `x`.py': starred }
    const paths = 'a b\r\n\n-e.py\n$(touch pwned); `x`.py\n'
    const { cwd, status, out, err } = runCheck(files, { paths, args: '--select=TSP1,TSP2\n--ignore\nTSP206\n' })
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out.match(/file=[^,]*/g)).toEqual(['file=-e.py', 'file=a b/c.py'])
    expect(existsSync(join(cwd, 'pwned'))).toBe(false)
  })

  test('a wrong option is an error at once', () => {
    const { status, err, outputs } = runCheck({ 'a.py': plain }, { args: '--fxi', sarif: 'true' })
    expect({ status, outputs }).toEqual({ status: 2, outputs: '' })
    expect(err).toContain("unknown option '--fxi'")
  })
})

describe('action.yml', () => {
  test('gives no input to a shell but by the environment', () => {
    expect(action.match(/^ +run: .*$/gm)).toHaveLength(3)
    expect(action).not.toMatch(/^ +run: (.*\$\{\{|[|>])/m)
  })

  test('uses the inputs and outputs that there are, and files that are there', () => {
    const [, declared = ''] = /^inputs:\n(.*?)^\S/ms.exec(action) ?? []
    const names = Array.from(declared.matchAll(/^ {2}([\w-]+):$/gm), ([, name]) => name)
    const used = new Set(Array.from(action.matchAll(/inputs\.([\w-]+)/g), ([, name]) => name))
    expect([...used].sort()).toEqual(names.sort())
    const script = readFileSync(join(root, 'action/check.sh'), 'utf8')
    for (const [, name] of action.matchAll(/outputs\.([\w-]+)/g)) expect(script).toContain(`echo "${name}=`)
    for (const [, name] of action.matchAll(/(INPUT_\w+):/g)) expect(script).toContain(`$${name}`)
    for (const [, file = ''] of action.matchAll(/\$GITHUB_ACTION_PATH\/([\w./]+)/g))
      expect(existsSync(join(root, file))).toBe(true)
  })
})
