import type { PicturedLayer } from '../../kernel/picture.ts'
import type { VerifyLabel, VerifyReportMessage } from '../verify.ts'
import type { WordsFor } from '../words.ts'
import { clause } from './clause.ts'

export const labels: { readonly [L in VerifyLabel]: string } = {
  rewrite: 'rewrite',
  against: 'port',
  proof: 'proof',
  assumes: 'assumes',
  refuted: 'refuted',
  note: 'note',
  none: 'none',
  samples: 'samples',
  values: 'with',
  first: 'first',
  length: 'length',
  equal: 'equal',
  yes: 'yes',
  no: 'no',
  raises: 'raises',
  kept: 'kept',
  'kept-same': 'kept, as torch does',
  'kept-other': 'kept, not as torch does',
  cropped: 'cropped',
  beyond: 'kept beyond the end: zero and bias',
}

const layers: { readonly [L in PicturedLayer]: string } = {
  torch: 'torch',
  pad: "'pad'",
  same: "'same'",
  valid: "'valid'",
  composed: 'rewrite',
  port: 'port',
}

export const verifyReportWords: WordsFor<VerifyReportMessage> = {
  'verify.label': ({ label }) => labels[label],
  'verify.layer': ({ layer }) => layers[layer],
  'verify.default': ({ value }) => `${value} (default)`,
  'verify.unknown-argument': () => 'not known',
  'verify.windows': ({ names, scale }) =>
    `what each layer keeps of the full transposed convolution${clause(names, ', with ')}${scale > 1 ? `; one mark is ${scale} samples` : ''}`,
  'verify.window': ({ first, length, same }) =>
    `first ${first}, length ${length}${same === null ? '' : same ? ', as torch' : ', not as torch'}`,
  'verify.picture-of': ({ call }) => `What torch and MindSpore keep of the full transposed convolution in ${call}`,
}
