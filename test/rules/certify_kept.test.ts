import { expect, test } from 'vitest'
import { certifyTranslated } from '../../rules/conv_transpose1d/certify_kept.ts'
import { library } from '../../rules/libraries.ts'
import { callReader, SourceFile } from '../../src/engine/source_file.ts'
import { walk } from '../../src/python/node.ts'
import { createParser } from '../../src/python/parser.ts'
import { grammar } from '../checker.ts'

const parser = await createParser({ grammar })

function readCall(args: string) {
  const call = `nn.Conv1dTranspose(c, c, k, 2, pad_mode='pad', ${args})`
  const file = new SourceFile(
    parser.parse(`import mindspore.nn as nn\n\n\ndef build(c, k, g):\n    return ${call}\n`),
    library,
  )
  const node = [...walk(file.tree.root)].find(({ type }) => type === 'call') ?? file.tree.root
  return { call: node, reader: callReader(file) }
}

/** No translation drops these, and a proof does not rely on that. */
test.each([
  ['groups=g', 'proved'],
  ["groups=g, output_padding=0, padding_mode='zeros'", 'proved'],
  ['groups=g, output_padding=1', 'unknown'],
  ["groups=g, padding_mode='reflect'", 'unknown'],
])('%s becomes group=g: %s', (args, status) => {
  expect(certifyTranslated(readCall(args), readCall('group=g'))).toMatchObject({ status })
})
