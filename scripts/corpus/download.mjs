/** Fetches and unpacks the sources of one package; nothing of it is built or installed. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

const archives = join('corpus', '.archives')
const environment = join('corpus', '.python')

/** Puts the package into corpus/<package>, unless its archive and folder are there. */
export function download(entry) {
  const folder = join('corpus', entry.package)
  const shelf = join(archives, `${entry.package}-${entry.version}`)
  if (existsSync(folder) && existsSync(shelf)) return
  console.log(`${entry.package} ${entry.version}`)
  if (!existsSync(shelf)) fetchArchive(entry, shelf)
  unpack(join(shelf, archiveIn(shelf)), folder)
}

function fetchArchive(entry, shelf) {
  const part = `${shelf}.part`
  mkdirSync(part, { recursive: true })
  const requirement = `${entry.package}==${entry.version}`
  const pip = entry.archive === 'wheel' ? wheelCommand() : sdistCommand()
  run(pip.python, ['-m', 'pip', 'download', '--quiet', '--no-deps', ...pip.options, '--dest', part, requirement])
  renameSync(part, shelf)
}

/** One Python version for everyone, so that this machine's own does not decide what may be downloaded. */
function wheelCommand() {
  return { python: 'python3', options: ['--only-binary', ':all:', '--python-version', '3.12'] }
}

/**
 * For an sdist pip asks the package for its metadata, which runs its setup.py; some import pip there and
 * so fail in pip's isolated environment. This one has pip, and the setuptools that those old files expect.
 */
function sdistCommand() {
  const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  if (!existsSync(python)) {
    run('python3', ['-m', 'venv', environment])
    run(python, ['-m', 'pip', 'install', '--quiet', 'setuptools==65.5.0', 'wheel==0.48.0'])
  }
  return { python, options: ['--no-binary', ':all:', '--no-build-isolation', '--ignore-requires-python'] }
}

function archiveIn(shelf) {
  const [archive] = readdirSync(shelf)
  if (!archive) throw new Error(`corpus: no archive in ${shelf}; remove it and try again`)
  return archive
}

/** Through a temporary folder, so that what stands under the package's name is whole. */
function unpack(archive, folder) {
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(part, { recursive: true })
  const isZip = archive.endsWith('.whl') || archive.endsWith('.zip')
  run('python3', ['-m', isZip ? 'zipfile' : 'tarfile', '-e', archive, part])
  renameSync(part, folder)
}
