import type { Verification } from '../engine/verified.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { createStyle } from './style.ts'
import { argumentLines } from './verify_arguments.ts'
import { proofLines } from './verify_proof.ts'
import { sampleLines } from './verify_samples.ts'
import { windowLines } from './verify_windows.ts'

/** The parts of a verification as plain text, for places that put them together in their own way; empty where there is nothing to say. */
export interface VerificationSections {
  readonly arguments: string
  readonly proof: string
  readonly samples: string
  readonly windows: string
}

/** Takes a verification's report apart. */
export function verificationSections(verification: Verification, locale: Locale): VerificationSections {
  const style = createStyle(false)
  const { arguments: table, samples, picture } = verification
  const label = say({ id: 'verify.label', label: 'samples' }, locale)
  return {
    arguments: table ? argumentLines(table, locale).join('\n') : '',
    proof: proofLines(verification, style, locale).join('\n'),
    samples: samples.length > 0 ? [label, ...sampleLines(samples, locale)].join('\n') : '',
    windows: picture ? windowLines(picture, style, locale).join('\n') : '',
  }
}
