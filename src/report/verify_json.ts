import type { Verdict, Verification } from '../engine/verified.ts'
import { say } from '../messages/say.ts'

/** A verification for programs: `{"rewrite", "certificate"}`. English, whatever the locale. */
export function verificationJson({ rewrite, certificate }: Verification): string {
  return `${JSON.stringify({ rewrite, certificate: certificateJson(certificate) }, null, 2)}\n`
}

function certificateJson(certificate: Verdict): object {
  const { status, statement, assumes } = certificate
  const said = { status, statement: say(statement), assumes: assumes.map(message => say(message)) }
  return certificate.status === 'refuted' ? { ...said, counterexample: certificate.counterexample } : said
}
