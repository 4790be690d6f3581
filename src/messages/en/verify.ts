import type { VerifyMessage } from '../../engine/verify_message.ts'
import type { WordsFor } from '../words.ts'
import { raising } from './raising.ts'

export const verifyWords: WordsFor<VerifyMessage> = {
  'verify.empty': () => 'one call is expected, and there is none',
  'verify.syntax': ({ text }) => `this is no Python expression: ${shortened(text)}`,
  'verify.several': ({ count }) => `one call is expected, and there are ${count} statements`,
  'verify.not-a-call': ({ text }) => `one call is expected, and this is none: ${shortened(text)}`,
  'verify.other-callee': ({ callee, expected }) =>
    `a call of ${expected} is expected, and this is one of ${shortened(callee)}`,
  'verify.port-refused': ({ callee, problem }) => `neither proved nor refuted: ${callee} raises: ${raising(problem)}`,
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
