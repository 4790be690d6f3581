import type { PicturedLayer } from '../../kernel/picture.ts'
import type { VerifyLabel, VerifyReportMessage } from '../verify.ts'
import type { WordsFor } from '../words.ts'

const labels: { readonly [L in VerifyLabel]: string } = {
  rewrite: '改写',
  against: '移植',
  proof: '证明',
  assumes: '假设',
  refuted: '已证伪',
  note: '说明',
  none: '无',
  samples: '样例',
  values: '取值',
  first: '起点',
  length: '长度',
  equal: '相等',
  yes: '是',
  no: '否',
  raises: '异常',
  kept: '保留',
  'kept-same': '保留，与 torch 相同',
  'kept-other': '保留，与 torch 不同',
  cropped: '裁掉',
  beyond: '保留到末尾之外：零加偏置',
}

const layers: { readonly [L in PicturedLayer]: string } = {
  torch: 'torch',
  pad: "'pad'",
  same: "'same'",
  valid: "'valid'",
  composed: '改写',
  port: '移植',
}

export const verifyReportWords: WordsFor<VerifyReportMessage> = {
  'verify.label': ({ label }) => labels[label],
  'verify.layer': ({ layer }) => layers[layer],
  'verify.default': ({ value }) => `${value}（默认）`,
  'verify.unknown-argument': () => '未知',
  'verify.windows': ({ names, scale }) =>
    `每一层从完整转置卷积中保留的部分${names.length > 0 ? `，其中 ${names.join('，')}` : ''}${scale > 1 ? `；一格代表 ${scale} 个采样点` : ''}`,
  'verify.window': ({ first, length, same }) =>
    `起点 ${first}，长度 ${length}${same === null ? '' : same ? '，与 torch 相同' : '，与 torch 不同'}`,
  'verify.picture-of': ({ call }) => `${call} 中 torch 与 MindSpore 从完整转置卷积中各保留什么`,
}
