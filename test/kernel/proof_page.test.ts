import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { say } from '../../src/messages/say.ts'
import { checker } from '../checker.ts'

const page = readFileSync(new URL('../../docs/proof.md', import.meta.url), 'utf8')

test("the example of docs/proof.md is the tool's own", () => {
  const call = /```python\n(.*)\n```/.exec(page)?.[1] ?? ''
  const names = 'input_dim, output_dim, stride'
  const source = `import math\nfrom torch import nn\n\ndef build(${names}):\n    return ${call}\n`
  const [finding] = checker.check(source)
  const statement = finding?.certificate && say(finding.certificate.statement)
  expect(page).toContain(`\n> ${statement}\n`)
  expect(checker.fix(source, 'unsafe').text).toContain(/`(padding=\(0, 0, math[^`]*)`/.exec(page)?.[1])
})
