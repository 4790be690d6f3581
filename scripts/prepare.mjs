/**
 * What npm runs in a checkout before it packs it or installs from it, as pre-commit does: builds dist/. In a clone that has
 * no tools to build, as npm makes one for `npm install --global git+URL`, they are installed first.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// Whoever reads the output of `npm pack` expects the name of the package, and nothing else.
const options = { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }
// The clone's npm is told to install for all; its own modules are meant here.
const install = ['install', '--global=false', '--location=project', '--include=dev', '--ignore-scripts', '--no-save']

// `npm ci` is for developing, where each script builds what it runs.
if (process.env.npm_command !== 'ci') {
  if (!existsSync('node_modules/esbuild')) execFileSync('npm', install, options)
  execFileSync(process.execPath, ['scripts/build.mjs'], options)
}
