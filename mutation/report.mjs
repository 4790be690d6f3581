import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const rooms = ['rules', 'src/mapping', 'src/kernel']
const verdicts = { Killed: 'tests', Timeout: 'tests', Survived: 'nobody', NoCoverage: 'nobody' }

/** The score by room, and what was not noticed. A mutant that no test could be run with counts for neither. */
export function report(mutants, { size, seed }, refuses) {
  const tried = mutants.filter(({ status }) => status in verdicts).map(mutant => judged(mutant, refuses))
  const left = tried.filter(({ noticed }) => noticed === 'nobody')
  return [
    `${mutants.length} mutants; ${tried.length} tried, of a sample of ${size} with seed ${seed}`,
    '',
    '| room | tried | noticed by tests | by the compiler | by nobody | score |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rooms.map(room =>
      row(
        room,
        tried.filter(({ path }) => path.startsWith(`${room}/`)),
      ),
    ),
    row('all', tried),
    '',
    ...left.map(shown).sort(),
  ].join('\n')
}

/** `npm test` begins with the compiler, so what it refuses is noticed too. */
function judged(mutant, refuses) {
  const tests = verdicts[mutant.status]
  const noticed = tests === 'nobody' && refuses(mutant) ? 'compiler' : tests
  return { ...mutant, noticed, path: relative('.', mutant.fileName).replaceAll('\\', '/') }
}

function row(name, tried) {
  const [tests, compiler, nobody] = ['tests', 'compiler', 'nobody'].map(
    by => tried.filter(({ noticed }) => noticed === by).length,
  )
  const score = tried.length === 0 ? '' : `${((100 * (tests + compiler)) / tried.length).toFixed(1)} %`
  return `| ${name} | ${tried.length} | ${tests} | ${compiler} | ${nobody} | ${score} |`
}

function shown({ path, location: { start, end }, mutatorName, replacement }) {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line)
  lines.push(lines.pop().slice(0, end.column - 1))
  lines[0] = lines[0].slice(start.column - 1)
  const [before, after] = [lines.join('\n'), replacement].map(text => text.replace(/\s+/g, ' '))
  return `${path}:${start.line}:${start.column} ${mutatorName}: ${before} -> ${after}`
}
