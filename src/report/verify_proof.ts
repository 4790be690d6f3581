import type { Counterexample, Verification } from '../engine/verified.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { VerifyLabel } from '../messages/verify.ts'
import type { Style } from './style.ts'
import { columns, visible, visibleLine } from './visible.ts'
import { wrap } from './wrap.ts'

/** What is said about a subject; an empty one goes on with the row before. Code keeps its lines, to be copied. */
export interface ProofRow {
  readonly subject: string
  readonly text: string
  readonly isCode: boolean
}

const width = 80

/** The rewrite, the port where there is one, what is proved of it or against it, and what that leans on. */
export function proofLines(verification: Verification, style: Style, locale: Locale): readonly string[] {
  const rows = proofRows(verification, locale)
  const indent = Math.max(...rows.map(({ subject }) => columns(subject))) + 3
  return rows.flatMap(({ subject, text, isCode }) => {
    const [first = '', ...more] = isCode
      ? text.split(/\r\n|\r|\n/).map(visibleLine)
      : wrap(visible(text), width - indent)
    const rest = more.map(line => ' '.repeat(indent) + line)
    return [style.subject(subject) + ' '.repeat(indent - columns(subject)) + first, ...rest]
  })
}

/** All that is said of a verification but the arguments and the windows. */
export function proofRows(verification: Verification, locale: Locale): readonly ProofRow[] {
  const { against, rewrite, certificate } = verification
  const word = (label: VerifyLabel) => say({ id: 'verify.label', label }, locale)
  const own = rewrite === null ? prose(word('rewrite'), word('none')) : code(word('rewrite'), rewrite)
  const refuting = certificate.status === 'refuted' ? [shown(certificate.counterexample, locale)] : []
  return [
    ...(against === null ? [own] : [code(word('against'), against)]),
    ...[prose(word('proof'), say(certificate.statement, locale)), ...refuting],
    ...certificate.assumes.map(message => prose(word('assumes'), say(message, locale))),
    ...(against === null ? aboutOurs(verification, locale) : [own]),
  ]
}

/** What there is to say of our own rewrite, and of others that come to mind. */
function aboutOurs({ notes, rejected }: Verification, locale: Locale): readonly ProofRow[] {
  const word = (label: VerifyLabel) => say({ id: 'verify.label', label }, locale)
  return [
    ...notes.map(({ subject, message }) => prose(subject || word('note'), say(message, locale))),
    ...rejected.flatMap(({ rewrite, counterexample }) => [
      code(word('refuted'), rewrite),
      shown(counterexample, locale),
    ]),
  ]
}

function shown(counterexample: Counterexample, locale: Locale): ProofRow {
  return prose('', say({ id: 'counterexample', counterexample }, locale))
}

function code(subject: string, text: string): ProofRow {
  return { subject, text, isCode: true }
}

function prose(subject: string, text: string): ProofRow {
  return { subject, text, isCode: false }
}
