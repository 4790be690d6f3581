import type { Verification } from '../engine/verified.ts'
import { certificateJson } from './certificate_json.ts'
import { jsonText } from './json_text.ts'

/** A verification for programs: `{"rewrite", "certificate"}`. English, whatever the locale. */
export function verificationJson({ rewrite, certificate }: Verification): string {
  return `${jsonText({ rewrite, certificate: certificateJson(certificate) }, 2)}\n`
}
