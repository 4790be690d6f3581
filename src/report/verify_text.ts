import type { Verification } from '../engine/verified.ts'
import { defaultLocale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { createStyle } from './style.ts'
import type { TextOptions } from './text.ts'
import { argumentLines } from './verify_arguments.ts'
import { proofLines } from './verify_proof.ts'
import { sampleLines } from './verify_samples.ts'
import { windowLines } from './verify_windows.ts'

/** A verification for people: arguments, rewrite and proof, sample runs, and the picture of the windows. */
export function verificationText(
  verification: Verification,
  { colours = false, locale = defaultLocale }: TextOptions = {},
): string {
  const style = createStyle(colours)
  const { arguments: table, samples, picture } = verification
  const sections = [
    table ? argumentLines(table, locale) : [],
    proofLines(verification, style, locale),
    samples.length > 0 ? [say({ id: 'verify.label', label: 'samples' }, locale), ...sampleLines(samples, locale)] : [],
    picture ? windowLines(picture, style, locale) : [],
  ]
  return sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.map(line => `${line}\n`).join(''))
    .join('\n')
}
