import { expect, test } from 'vitest'
import { moduleText } from '../../src/host/loader.ts'

test.each(['latin-1', 'latin1', 'Latin_1', 'iso-8859-1', 'iso_8859_1', 'l1', 'cp1252', 'gbk'])(
  'a module whose first line names %s is read',
  coding => {
    const text = `# -*- coding: ${coding} -*-\nUp = 1\n`
    expect(moduleText(Buffer.from(text))).toBe(text)
  },
)
