import type { Verification } from '../engine/verified.ts'
import { certificateJson } from './certificate_json.ts'

/** A verification for programs: `{"rewrite", "certificate"}`. English, whatever the locale. */
export function verificationJson({ rewrite, certificate }: Verification): string {
  return `${JSON.stringify({ rewrite, certificate: certificateJson(certificate) }, null, 2)}\n`
}
