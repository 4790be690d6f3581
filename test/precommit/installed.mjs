import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { must } from './program.mjs'

const root = join(import.meta.dirname, '../..')

/** Throws when a program that the test stands on is not there. */
export function checkPrograms() {
  must(root, ['python3', '-c', 'import ensurepip, venv'])
  must(root, ['git', '--version'])
  must(root, ['npm', '--version'])
}

/** Installs a version of pre-commit into a folder; gives the environment in which it runs. */
export function installPreCommit(folder, version) {
  const python = join(folder, version)
  must(folder, ['python3', '-m', 'venv', python])
  must(folder, [join(python, 'bin/pip'), 'install', '--quiet', `pre-commit==${version}`])
  return {
    PATH: join(python, 'bin') + delimiter + process.env.PATH,
    PRE_COMMIT_HOME: join(folder, `${version}-home`),
  }
}

/** Commits the project's files as they are, to a repository of its own; gives the revision. */
export function commitProject(folder) {
  mkdirSync(folder)
  must(folder, ['git', 'init', '--quiet'])
  const git = (...words) => must(root, ['git', `--git-dir=${join(folder, '.git')}`, `--work-tree=${root}`, ...words])
  git('add', '--all')
  git('commit', '--quiet', '--message', 'The project as it is')
  return git('rev-parse', 'HEAD').trim()
}
