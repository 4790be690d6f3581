import type { PageLabel, PageMessage } from '../page.ts'
import type { WordsFor } from '../words.ts'

const labels: { readonly [L in PageLabel]: string } = {
  what: '是什么',
  why: '为什么',
  setting: '使用此设置',
  example: '例子',
  before: '改写前',
  after: '改写后',
  stays: '没有修复',
  parameters: '参数',
  calls: '更多调用',
  source: '来源',
  severity: '严重程度',
  code: '编号',
  name: '名称',
  title: '含义',
  none: '去掉',
}

export const pageWords: WordsFor<PageMessage> = {
  'page.label': ({ label }) => labels[label],
  'page.index': () => 'torchspore 规则一览',
  'page.generated': () => '由 `npm run docs` 从 rules/conv_transpose1d/ 生成；请在那里修改。',
}
