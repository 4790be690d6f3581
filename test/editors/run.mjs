/**
 * The extension for VS Code and the setup for Neovim, in the real programs.
 *
 *   node test/editors/run.mjs [neovim] [vscode]
 *
 * Needs Neovim (`nvim` in the path, or a list of programs in TORCHSPORE_NEOVIM), code-server 4.100 or later (`code-server`, or
 * TORCHSPORE_CODE_SERVER, which may also be its out/node/entry.js), Chromium (CHROMIUM, or where it usually is), and `npm ci` in
 * editors/vscode. TORCHSPORE_SCREENSHOTS names a folder for pictures. Exit status 2 when one is missing, 1 when a test fails.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const { PATH = '', CHROMIUM, TORCHSPORE_NEOVIM, TORCHSPORE_CODE_SERVER } = process.env
const extension = 'editors/vscode'
const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const inPath = name => PATH.split(delimiter).map(folder => join(folder, name))
const listed = (given, name) => (given ? [given.split(delimiter)] : inPath(name).map(place => [place]))

/** What each part needs: words for a person, and lists of files of which one has to be there in full. */
const needs = {
  neovim: { 'Neovim (nvim in the path, or TORCHSPORE_NEOVIM)': listed(TORCHSPORE_NEOVIM, 'nvim') },
  vscode: {
    'code-server (in the path, or TORCHSPORE_CODE_SERVER)': listed(TORCHSPORE_CODE_SERVER, 'code-server'),
    'Chromium (or CHROMIUM)': [...(CHROMIUM ? [CHROMIUM] : []), ...chromiums].map(place => [place]),
    [`the extension's packages (npm ci in ${extension})`]: [[`${extension}/node_modules/vscode-languageclient`]],
  },
}

const given = process.argv.slice(2)
const parts = given.length > 0 ? given : Object.keys(needs)
const unknown = parts.filter(part => !(part in needs))
if (unknown.length > 0) refuse([`${unknown.join(', ')}: neither neovim nor vscode`])
const missing = parts.flatMap(part =>
  Object.entries(needs[part])
    .filter(([, choices]) => !choices.some(files => files.every(file => existsSync(file))))
    .map(([what]) => `${what} is missing`),
)
if (missing.length > 0) refuse(missing)

if (parts.includes('vscode')) must('npm', ['run', '--silent', 'package'], extension)
const tests = parts.map(part => `test/editors/${part}.editor.ts`)
must('npx', ['--no-install', 'vitest', 'run', '--config', 'test/editors/vitest.config.ts', ...tests], '.')

function must(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}

function refuse(problems) {
  for (const problem of problems) console.error(`torchspore: ${problem}`)
  console.error('torchspore: nothing was tested')
  process.exit(2)
}
