/**
 * How much longer ten small files take as a pre-commit hook than with a hook that does nothing, through the real pre-commit.
 *
 *   node bench/hook.mjs [--rounds N]
 *
 * Prints the medians of 9 rounds, the hooks in turn. Needs what test/precommit/run.mjs needs. The exit status is 1 where the
 * limit is not kept.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPrograms, commitProject, installPreCommit } from '../test/precommit/installed.mjs'
import { must } from '../test/precommit/program.mjs'
import { makeRepository } from '../test/precommit/repository.mjs'
import { median } from './batch/measure.mjs'

/** Seconds over the hook that does nothing. */
const limit = 0.3
const preCommit = '4.7.0'
const roundsAt = process.argv.indexOf('--rounds')
const rounds = roundsAt >= 0 ? Number(process.argv[roundsAt + 1]) : 9

const hooks = [
  { alias: 'nothing', title: '`node -e 0`', status: 0 },
  { alias: 'no-cache', title: 'torchspore, no cache', status: 1 },
  { alias: 'warm', title: 'torchspore, warm cache', status: 1 },
]
const nothing = {
  'package.json': '{"name": "nothing", "version": "1.0.0"}',
  '.pre-commit-hooks.yaml':
    '- {id: nothing, name: nothing, entry: node -e 0, language: node, types_or: [python], require_serial: true}\n',
}
const configuration = (idle, ours) => `repos:
- repo: ${idle.url}
  rev: ${idle.revision}
  hooks:
  - {id: nothing}
- repo: ${ours.url}
  rev: ${ours.revision}
  hooks:
  - {id: torchspore, alias: no-cache, args: [--no-cache]}
  - {id: torchspore, alias: warm}
`

const model = index => `import torch
from torch import nn


class Block${index}(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.act = nn.LeakyReLU(0.1)
        self.up = nn.ConvTranspose1d(channels, ${index + 1}, 4, stride=2, padding=1)
        self.norm = nn.BatchNorm1d(${index + 1})

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.norm(self.up(self.act(x)))
`
const files = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`block${index}.py`, model(index)]))

/** The hook that does nothing, of the same language, in a repository of its own. */
function commitNothing(url) {
  mkdirSync(url)
  for (const [name, text] of Object.entries(nothing)) writeFileSync(join(url, name), text)
  must(url, ['git', 'init', '--quiet'])
  must(url, ['git', 'add', '--all'])
  must(url, ['git', 'commit', '--quiet', '--message', 'Nothing'])
  return { url, revision: must(url, ['git', 'rev-parse', 'HEAD']).trim() }
}

/** Seconds of one run; it has to find what is there to be found. */
function secondsOf(repository, { alias, status }) {
  const start = performance.now()
  const ended = repository.hook(alias, '--all-files')
  const seconds = (performance.now() - start) / 1000
  const found = ended.printed.match(/TSP101/g)?.length ?? 0
  if (ended.status !== status || found < status * 10) throw new Error(`${alias} ended otherwise:\n${ended.printed}`)
  return seconds
}

const folder = mkdtempSync(join(tmpdir(), 'torchspore-hook-'))
try {
  checkPrograms()
  const env = installPreCommit(folder, preCommit)
  const url = join(folder, 'hooks')
  const ours = { url, revision: commitProject(url) }
  const repository = makeRepository(folder, env, configuration(commitNothing(join(folder, 'nothing')), ours), files)
  // Installs the hooks, and fills the cache.
  for (const hook of hooks) secondsOf(repository, hook)
  const times = hooks.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, hook] of hooks.entries()) times[index].push(secondsOf(repository, hook))

  const over = times.slice(1).map(each => median(each) - median(times[0]))
  console.log(
    [
      `pre-commit ${preCommit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0].toFixed(1)}`,
      '',
      '| hook | seconds, median | least | over nothing |',
      '| --- | ---: | ---: | ---: |',
      ...hooks.map(({ title }, index) => {
        const [all, more] = [times[index], index > 0 ? over[index - 1].toFixed(2) : '']
        return `| ${title} | ${median(all).toFixed(2)} | ${Math.min(...all).toFixed(2)} | ${more} |`
      }),
    ].join('\n'),
  )
  if (over.some(each => each > limit)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
