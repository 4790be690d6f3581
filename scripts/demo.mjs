/** The main job on a small model repository: findings with their certificates, then the diff of all fixes. Writes nothing. */
import { spawnSync } from 'node:child_process'

const steps = [
  ['What torchspore finds, and proves', ['check', 'fixtures/demo', '--exit-zero']],
  ['What --fix --unsafe-fixes would write', ['check', 'fixtures/demo', '--diff', '--unsafe-fixes', '--exit-zero']],
]

for (const [title, words] of steps) {
  console.log(`\n== ${title}\n$ torchspore ${words.join(' ')}\n`)
  const { status, error } = spawnSync(process.execPath, ['dist/cli.js', ...words], { stdio: 'inherit' })
  if (error || status !== 0) {
    console.error(`torchspore: the demonstration failed: ${error?.message ?? `exit status ${status}`}`)
    process.exit(status || 2)
  }
}
