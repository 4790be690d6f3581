import type { Verdict } from '../engine/verified.ts'
import { say } from '../messages/say.ts'

/** A certificate for programs. English, whatever the locale. */
export function certificateJson(certificate: Verdict): object {
  const { status, statement, assumes } = certificate
  const said = { status, statement: say(statement), assumes: assumes.map(message => say(message)) }
  return certificate.status === 'refuted' ? { ...said, counterexample: certificate.counterexample } : said
}
