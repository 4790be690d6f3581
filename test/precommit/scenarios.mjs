import assert from 'node:assert/strict'
import { makeRepository } from './repository.mjs'

const call = 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3)\n'
const ported = `import torch.nn as nn
import mindspore as ms

up = ms.nn.Conv1dTranspose(4, 2, 3, pad_mode='pad', has_bias=True)
`
const notebook = (...lines) =>
  JSON.stringify({
    cells: [{ cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source: lines }],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  })

/** What holds of the hooks; `make` makes a user's repository with these hooks and files. */
export function scenarios({ folder, env, url, revision }) {
  const config = hooks => `repos:\n- repo: ${url}\n  rev: ${revision}\n  hooks:\n${hooks}`
  const make = (hooks, files) => makeRepository(folder, env, config(hooks), files)
  const check = '  - id: torchspore\n'
  const fix = '  - id: torchspore-fix\n'

  return {
    'a commit is refused, fixed and accepted': () => {
      const user = make(`${check}${fix}    stages: [manual]\n`, { 'model.py': call })
      const refused = user.commit()
      assert.equal(refused.status, 1)
      assert.match(refused.printed, /torchspore\.+Failed\n(.*\n)*model\.py:3:9 TSP101/)
      const fixed = user.hook('torchspore-fix', '--hook-stage', 'manual')
      assert.equal(fixed.status, 1)
      assert.match(fixed.printed, /files were modified by this hook\n(.*\n)*Fixed 1, none left\./)
      assert.equal(user.read('model.py'), ported)
      user.git('add', 'model.py')
      const accepted = user.commit()
      assert.equal(accepted.status, 0, accepted.printed)
      assert.equal(user.git('show', 'HEAD:model.py'), ported)
    },

    'a repository without Python passes': () => {
      const user = make(check + fix, { 'notes.md': 'nn.ConvTranspose1d(4, 2, 3)\n' })
      const { status, printed } = user.hook('--all-files')
      assert.equal(status, 0, printed)
      assert.equal(printed.match(/no files to check/g)?.length, 2)
      assert.equal(user.commit().status, 0)
    },

    'the settings of pyproject.toml hold, and excluded files stay excluded when they are named': () => {
      const pyproject = '[tool.torchspore]\nextend-exclude = ["vendor"]\nper-file-ignores = { "old/*" = ["TSP101"] }\n'
      const files = { 'vendor/a.py': call, 'old/b.py': call, 'pyproject.toml': pyproject }
      const user = make(check + fix, files)
      const { status, printed } = user.hook('--files', 'vendor/a.py', 'old/b.py')
      assert.equal(status, 0, printed)
      assert.equal(user.commit().status, 0)
      assert.equal(user.read('vendor/a.py'), call)
    },

    'stubs and notebooks are checked': () => {
      const files = {
        'a.pyi': call,
        'b.ipynb': notebook('import torch.nn as nn\n', 'up = nn.ConvTranspose1d(4, 2, 3)'),
      }
      const { status, printed } = make(check, files).commit()
      assert.equal(status, 1)
      assert.match(printed, /^a\.pyi:3:9 TSP101 /m)
      assert.match(printed, /^b\.ipynb:cell 1:2:9 TSP101 /m)
    },

    'a finding without a fix refuses a commit of the fixing hook, too': () => {
      const source = 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(*args)\n'
      const { status, printed } = make(fix, { 'a.py': source }).commit()
      assert.equal(status, 1)
      assert.match(printed, /^a\.py:3:9 TSP206 /m)
    },

    'more files than one command line holds are all fixed, by processes side by side': () => {
      const names = Array.from({ length: 600 }, (_, index) => `${'deep_'.repeat(45)}${index}.py`)
      const files = Object.fromEntries(names.map(name => [name, call]))
      const user = make(`${fix}    require_serial: false\n    verbose: true\n`, files)
      const { status, printed } = user.hook()
      assert.equal(status, 1)
      const parts = [...printed.matchAll(/^Fixed (\d+), none left\.$/gm)].map(([, count]) => Number(count))
      assert.ok(parts.length > 1, printed)
      assert.equal(
        parts.reduce((sum, count) => sum + count, 0),
        names.length,
      )
      for (const name of names) assert.equal(user.read(name), ported)
      assert.equal(user.git('ls-files', '--others', '--exclude-standard'), '')
      user.git('add', '--all')
      assert.equal(user.commit().status, 0)
    },
  }
}
