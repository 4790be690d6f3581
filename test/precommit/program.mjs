import { spawnSync } from 'node:child_process'

/** Git without anybody's settings, and pre-commit without colours. */
const quiet = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
  PRE_COMMIT_COLOR: 'never',
}

/** Runs a program in a folder; gives its exit status, and all that it printed. */
export function run(cwd, [command, ...args], env = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...quiet, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) throw error
  return { status, printed: stdout + stderr }
}

/** The same for one that has to succeed. */
export function must(cwd, command, env = {}) {
  const { status, printed } = run(cwd, command, env)
  if (status !== 0) throw new Error(`\`${command.join(' ')}\` ended with ${status}:\n${printed}`)
  return printed
}
