import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')
const plain = 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3)\n'

/** In a namespace of its own the script may mount, where the system lets anybody have one, or is run by the superuser. */
const namespace = ['unshare', '--mount', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'])]
const mayMount =
  spawnSync(namespace[0] ?? '', [...namespace.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

test('a full disk is an error, the file is as it was, and the others are done', context => {
  context.skip(!mayMount, 'this system lets nobody mount a small disk here')
  const folder = makeFolder({ 'small.txt': '', 'other/b.py': plain, 'keep/a.py': plain })
  mkdirSync(join(folder, 'disk'))
  writeFileSync(join(folder, 'big.py'), `${plain}${'# a comment\n'.repeat(2000)}`)
  const script = `
    mount -t tmpfs -o size=64k none disk
    cp big.py disk/big.py
    head -c 200000 /dev/zero > disk/filler 2>/dev/null
    ${JSON.stringify(process.execPath)} ${JSON.stringify(cli)} check --fix --no-cache disk other
    echo "status $?"
    cmp big.py disk/big.py && echo same
    ls -A disk
  `
  const [command = '', ...options] = namespace
  const { stdout, stderr } = spawnSync(command, [...options, 'bash', '-c', script], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('torchspore: error: disk/big.py: cannot be written: ENOSPC: no space left on device\n')
  expect(stdout).toMatch(/\nstatus 2\nsame\nbig\.py\nfiller\n$/)
  expect(readFileSync(join(folder, 'other/b.py'), 'utf8')).toContain('Conv1dTranspose')
})
