import { test } from 'vitest'
import { createTextReporter } from '../../src/report/text.ts'
import { createJsonReporter } from '../../src/report/json.ts'
import { unifiedDiff } from '../../src/report/diff.ts'
import { span } from '../../src/text/span.ts'
test('x', () => {
  const source = '"""doc"""\nimport torch.nn as nn\n\nclass A:\n\tdef f(self):\n\t\tx = "你好😀", nn.ConvTranspose1d(\n\t\t\t4, 2, # \x1b[31mhi\n\t\t\t3,\n\t\t)\n'
  const at = source.indexOf('ConvT')
  const nn = source.indexOf('nn.ConvT')
  const f = {
    path: 'a/b.py', absolute: '/x/a/b.py', source,
    findings: [{ code: 'TSP101', name: 'conv-transpose1d', severity: 'warning', span: span(at, at + 15), message: { id: 'call.plain' },
      notes: [{ subject: 'padding', message: { id: 'argument.kept' } }, { subject: 'in_channels', message: { id: 'argument.kept' } }],
      certificate: { status: 'proved', statement: { id: 'proof.equal', first: '(k - u)//2', length: 'L', conditions: [] }, assumes: [{ id: 'assume.int', name: 'k' }] },
      rejected: [{ rewrite: "nn.Conv1dTranspose(4,\n  2)", counterexample: { values: { k: '5' }, L: 4, torch_shape: [1, 2, 12], mindspore_shape: [1, 2, 12], index: [0, 0, 0], torch: 1, mindspore: -2 } }],
      fix: { applicability: 'safe', message: { id: 'fix.replace', call: 'x' }, edits: [
        { span: span(32, 32), content: 'import mindspore as ms\n' },
        { span: span(nn, at + 15), content: 'ms.nn.Conv1dTranspose' },
        { span: span(source.indexOf('3,\n'), source.indexOf('3,\n') + 1), content: '3, has_bias=True' }] } }],
  } as const
  console.log(createTextReporter({ colours: false }).file({ ...f, findings: [f.findings[0], f.findings[0]] }))
  console.log(createTextReporter({ colours: true }).file(f))
  const j = createJsonReporter()
  console.log(j.file(f) + j.file(f) + j.end())
  for (const [a, b] of [['a\r\nb\r\nc', 'a\r\nX\r\nc'], ['a\nb', 'a\nc'], ['a\nb', 'a\nb\n'],['\ufeffa\n','\ufeffb\n']]) console.log(JSON.stringify(unifiedDiff('my dir/é\t\n".py', a!, b!)))
})
