import type { VerifyMessage } from '../../engine/verify_message.ts'
import type { WordsFor } from '../words.ts'
import { raising } from './raising.ts'

export const verifyWords: WordsFor<VerifyMessage> = {
  'verify.empty': () => '应当给出一个调用，这里什么也没有',
  'verify.syntax': ({ text }) => `这不是 Python 表达式：${shortened(text)}`,
  'verify.several': ({ count }) => `应当给出一个调用，这里有 ${count} 条语句`,
  'verify.not-a-call': ({ text }) => `应当给出一个调用，这不是调用：${shortened(text)}`,
  'verify.other-callee': ({ callee, expected }) => `应当调用 ${expected}，这里调用的是 ${shortened(callee)}`,
  'verify.port-refused': ({ callee, problem }) => `既未证明也未证伪：${callee} 抛出异常：${raising(problem)}`,
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
