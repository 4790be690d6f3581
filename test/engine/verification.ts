import type { Verification } from '../../src/engine/verified.ts'
import { say } from '../../src/messages/say.ts'
import { checker } from '../checker.ts'

/** What is said of a text that is a call to verify. */
export function verification(call: string, against: string | null = null): Verification {
  const verified = checker.verify(call, against)
  if (verified.kind === 'unusable') throw new Error(say(verified.message))
  return verified
}
