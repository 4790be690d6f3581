import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { must, run } from './program.mjs'

/** Makes a user's repository with files, all of them staged, whose commits go through the hooks of a configuration. */
export function makeRepository(folder, env, config, files) {
  const path = mkdtempSync(join(folder, 'user-'))
  const git = (...words) => must(path, ['git', ...words], env)
  const write = (name, content) => {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  git('init', '--quiet')
  write('.pre-commit-config.yaml', config)
  for (const [name, content] of Object.entries(files)) write(name, content)
  git('add', '--all')
  must(path, ['pre-commit', 'install'], env)
  return {
    git,
    read: name => readFileSync(join(path, name), 'utf8'),
    commit: () => run(path, ['git', 'commit', '--message', 'x'], env),
    hook: (...words) => run(path, ['pre-commit', 'run', ...words], env),
  }
}
