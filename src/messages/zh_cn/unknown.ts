import type { UnknownReason } from '../../kernel/message.ts'

/** 为什么既没有证明也没有反例。 */
export const unknownReasons: { readonly [R in UnknownReason]: string } = {
  'no-samples': '没有找到让 torch 自己能运行的取值',
  'call-result': '结果取决于某个调用的返回值',
  'other-dtype': '参数的类型不同，或者不能确定相同',
  'not-read': '没有读懂这个调用',
  'other-arguments': '不能确定参数相同',
  'calls-changed': '其中的调用不再像原来那样执行',
}
