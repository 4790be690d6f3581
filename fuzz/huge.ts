import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import type { Target } from './input.ts'

const run = promisify(execFile)
const program = 'import torch.nn as nn\nx = nn.ConvTranspose1d(1, 1, 1)\n'
const units = ['(1, 2, [3, {4: 5}]), ', 'x = f(1)\n', '(', '"a" ', '# x\n', 'a.b.c[0] + ']

/** Inputs of about 20 MB, on some of which the parser aborts: the program goes on with the next file. */
export const hugeTarget: Target = {
  together: 1,
  seconds: 120,
  onlyNamed: true,
  inputs: fc.constantFrom(...units).map(text => ({ target: 'huge', text })),
  broken: async ({ text }) => {
    const folder = mkdtempSync(join(tmpdir(), 'torchspore-fuzz-'))
    try {
      writeFileSync(join(folder, 'torchspore.toml'), 'max-file-size = 1000000000\n')
      writeFileSync(
        join(folder, 'a.py'),
        `${program}y = [${text.repeat(Math.ceil(20e6 / Math.max(1, text.length)))}]\n`,
      )
      writeFileSync(join(folder, 'b.py'), program)
      const words = [resolve('dist/cli.js'), 'check', '.', '--no-cache', '--exit-zero', '--output-format', 'json']
      const { stdout } = await run(process.execPath, words, { cwd: folder })
      const files = new Set(JSON.parse(stdout).map(({ filename }: { filename: string }) => filename.slice(-4)))
      return ['a.py', 'b.py'].filter(name => !files.has(name)).map(name => `silent: nothing is said of ${name}`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
