import { expect, test } from 'vitest'
import { decode } from '../../src/host/source.ts'

async function text(bytes: Uint8Array) {
  const decoded = await decode(Buffer.from(bytes))
  if (decoded.kind === 'problem') return decoded.message
  const { source } = decoded
  expect(source.encode(source.text)).toEqual(source.bytes)
  return source.text
}

const latin1 = (source: string) => Buffer.from(source, 'latin1')

test.each([
  ['no coding line', Buffer.from('# 你好\n'), '# 你好\n'],
  ['a byte order mark', Buffer.from('\uFEFFx = 1\r\n'), 'x = 1\r\n'],
  ['utf-8', Buffer.from('# coding: utf-8\n# é\n'), '# coding: utf-8\n# é\n'],
  [
    'an Emacs line',
    Buffer.from('#!/bin/python\n# -*- coding: utf_8-unix -*-\né'),
    '#!/bin/python\n# -*- coding: utf_8-unix -*-\né',
  ],
  ['latin-1', latin1('# coding=latin-1\n# é\x85\x9f\n'), '# coding=latin-1\n# é\x85\x9f\n'],
  [
    'iso-8859-15',
    latin1('# vim: set fileencoding=iso-8859-15 :\n# \xa4'),
    '# vim: set fileencoding=iso-8859-15 :\n# €',
  ],
  ['gbk', Buffer.from([...latin1('# coding: gbk\n# '), 0xc4, 0xe3]), '# coding: gbk\n# 你'],
  ['ascii', latin1('# coding: ascii\nx'), '# coding: ascii\nx'],
  ['a coding line that comes too late', Buffer.from('\n\n# coding: latin-1\né'), '\n\n# coding: latin-1\né'],
  ['a coding line behind code', Buffer.from('x = 1\n# coding: latin-1\né'), 'x = 1\n# coding: latin-1\né'],
])('reads what Python reads, and gives every byte back: %s', async (_, bytes, expected) => {
  expect(await text(bytes)).toBe(expected)
})

test.each([
  ['not UTF-8', latin1('# é\n'), { id: 'file.not-utf8' }],
  ['not UTF-8 with its coding line', latin1('# coding: utf-8\n# é\n'), { id: 'file.not-utf8' }],
  ['binary', Buffer.from('x\0'), { id: 'file.binary' }],
  [
    'an unknown coding',
    latin1('# coding: klingon\n'),
    { id: 'file.unreadable', reason: 'its encoding "klingon" is not known' },
  ],
  ['not what it says', latin1('# coding: ascii\n# é\n'), { id: 'file.unreadable', reason: 'it is not ascii' }],
  ['no encoding of text', latin1('# coding: base64\n'), { id: 'file.unreadable', reason: 'it is not base64' }],
])('says why a file cannot be read: %s', async (_, bytes, message) => {
  expect(await text(bytes)).toEqual(message)
})

test('writes a byte order mark and an encoding back', async () => {
  const marked = await decode(Buffer.from('\uFEFFx'))
  expect(marked).toMatchObject({ source: { text: 'x', bom: '\uFEFF' } })
  expect(marked.kind === 'source' && marked.source.encode('y')).toEqual(Buffer.from('\uFEFFy'))
  const legacy = await decode(latin1('# coding: latin-1\n# é'))
  expect(legacy.kind === 'source' && legacy.source.encode('# coding: latin-1\n# éé')).toEqual(
    latin1('# coding: latin-1\n# éé'),
  )
  expect(() => legacy.kind === 'source' && legacy.source.encode('# coding: latin-1\n# 你')).toThrow('latin-1')
})
