import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideMagics, isPythonCell, showMagics } from '../../src/host/notebook_magics.ts'

const letter = '가'
const hidden = (code: string) => hideMagics(code, letter).text.replaceAll(letter, '@')

test.each([
  ['%matplotlib inline', '@                 '],
  ['!ls', '@  '],
  ['  !pip install x\ny = 1', '  @             \ny = 1'],
  ['!a \\\n  b\ny', '@   \n   \ny'],
  ['%cd \\\r\nx\r\ny', '@    \r\n \r\ny'],
  ['x = !ls', 'x = @  '],
  ['a, b = %time f()', 'a, b = @        '],
  ['print?', '@     '],
  ['?print\nx', '@     \nx'],
  ['a.b["c?"]??', '@          '],
  ['pip install torch', '@                '],
  ['cd ..', '@    '],
  ['%%time\nx = 1', '#@    \nx = 1'],
  ['\n%%timeit -n 3\n!ls', '\n#@           \n@  '],
  ['x = 1\n%%time', 'x = 1\n@     '],
])('hides what IPython does not hand to Python: %j', (code, text) => {
  expect(hidden(code)).toBe(text)
  expect(hidden(code)).toHaveLength(code.length)
})

test.each([
  'x = (a\n  % b\n  )',
  '"""\n%not magic\n!nor this?\n"""',
  "'''\\'''\n!x\n'''",
  "x = 'a' \\\n  % b",
  '# what is this?\nx = 1',
  "f'{x!r} {y?}'",
  'x = "="  # = !ls',
  'if a != b: pass',
  'f(x,\n  ?,\n)',
  'time = 3\nconfig.update(x)\nrun(a)\nls = cat / 2',
  'run is None or env in x',
  'x %= 3',
])('leaves Python as it is: %j', code => {
  expect(hideMagics(code, letter)).toEqual({ text: code, magics: [] })
})

test('reads a string that is not closed to the end of its line', () => {
  expect(hidden("x = 'a\n!ls")).toBe("x = 'a\n@  ")
  expect(hidden('x = "a\\\n!b"\n!ls')).toBe('x = "a\\\n!b"\n@  ')
})

test.each([
  ['%%bash\nls', false],
  ['\n\n%%writefile a.py\nx', false],
  ['%%python\nx', false],
  ['%%time\nx', true],
  ['x\n%%bash', true],
])('a cell belongs to its first magic: %j', (code, expected) => {
  expect(isPythonCell(code)).toBe(expected)
})

test('what is hidden comes back, whatever the code', () => {
  const piece = fc.constantFrom(
    '%',
    '%%',
    '!',
    '?',
    '=',
    ' ',
    '\n',
    '\r',
    '\\',
    '"',
    "'",
    '"""',
    '(',
    ')',
    '#',
    'x',
    'pip ',
  )
  const code = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 30 })
  fc.assert(
    fc.property(
      code.map(pieces => pieces.join('')).filter(text => !text.includes(letter)),
      text => {
        const result = hideMagics(text, letter)
        expect(showMagics(result, letter)).toBe(text)
        expect(result.text.replace(/[^\r\n]/g, ' ')).toBe(text.replace(/[^\r\n]/g, ' '))
      },
    ),
    { numRuns: 2000 },
  )
})
