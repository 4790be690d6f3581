import type { UnknownReason } from '../../kernel/message.ts'

/** Why a rewrite is neither proved nor refuted. */
export const unknownReasons: { readonly [R in UnknownReason]: string } = {
  'no-samples': 'no values were found at which torch itself runs',
  'call-result': 'it hangs on what a call returns',
  'other-dtype': 'the types of the parameters differ, or are not known to agree',
  'not-read': 'the call was not understood',
  'other-arguments': 'its arguments are not evidently equal',
  'calls-changed': 'its calls would no longer run as they did',
}
