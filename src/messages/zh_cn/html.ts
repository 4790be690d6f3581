import type { HtmlLabel, HtmlMessage } from '../html.ts'
import type { WordsFor } from '../words.ts'

const labels: { readonly [L in HtmlLabel]: string } = {
  title: 'ConvTranspose1d：从 PyTorch 到 MindSpore',
  skip: '跳到结果',
  findings: '条结果',
  safe: '安全修复',
  unsafe: '不安全修复',
  none: '需要你处理',
  code: '编号',
  meaning: '含义',
  file: '文件',
  fix: '修复',
  search: '文字',
  all: '全部',
  reset: '显示全部',
  shown: '条显示',
  source: '源代码',
  change: '改写前后',
  failed: '未能完成',
}

export const htmlWords: WordsFor<HtmlMessage> = {
  'html.label': ({ label }) => labels[label],
}
