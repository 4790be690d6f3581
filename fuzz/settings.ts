import fc from 'fast-check'
import { parsePyproject, parseTorchspore } from '../src/config/parse.ts'
import { schema } from '../src/config/schema.ts'
import { createPlace } from '../src/host/place.ts'
import { secondsOf, type Target } from './input.ts'
import { mutations } from './mutations.ts'
import { processorSeconds } from './processor.ts'

const lines = Object.values(schema.entries).flatMap(
  entry => JSON.stringify(entry).match(/[\w-]+ = [^\\]*?(?=")/g) ?? [],
)

const files = [
  '[tool.torchspore]\nselect = ["TSP1", "TSP201"]\nextend-exclude = ["vendor/", "**/*_pb2.py"]\nlocale = "en"\n',
  '[tool.black]\nline-length = 100\n\n[tool.torchspore.per-file-ignores]\n"tests/*" = ["TSP3"]\n"a[0-9]?/**" = []\n',
  'compat-module = "pkg.compat"\nmindspore-version = "2.7.0"\ndevice-target = "Ascend"\nmax-file-size = 2097152\n',
  'exclude = []\nignore = ["TSP308"]\ncache-dir = ".torchspore_cache"\nper-file-ignores = { "x.py" = ["TSP"] }\n',
]

const pieces = [
  ...lines,
  ...[
    '[tool.torchspore]',
    '[tool]',
    '[[tool.torchspore]]',
    'torchspore',
    '=',
    '.',
    '"',
    "'",
    '"""',
    "'''",
    '[',
    ']',
    '{',
    '}',
    '\n',
  ],
  ...[
    '\r',
    '\0',
    '\uFEFF',
    '\ud800',
    '\u202e',
    '#',
    '\\',
    '\\u0000',
    '\\ud800',
    '1e999',
    'nan',
    '-inf',
    '0x_',
    '1979-05-27',
  ],
  ...[
    'true',
    '__proto__',
    'constructor',
    '"TSP9999"',
    '"tsp1"',
    '""',
    '" "',
    '"é"',
    '"**/**/**/**/x"',
    '"!x"',
    '"[a-"',
    '"[z-a]"',
  ],
  ...[
    '"\\\\"',
    '"/"',
    '"../.."',
    `"${'*a'.repeat(30)}"`,
    `"${'**/'.repeat(40)}b"`,
    `"${'('.repeat(30)}"`,
    `${'['.repeat(5000)}`,
  ],
  ...[`${'a.'.repeat(5000)}a = 1\n`, `"${'?'.repeat(2000)}"`],
]

const path = `/r/${'a'.repeat(60)}/${'aa/'.repeat(30)}net.py`

/** Settings files: they say what holds, or what is wrong in one line; and what they say can be used. */
export const settingsTarget: Target = {
  inputs: fc
    .tuple(fc.constantFrom(...files), mutations(pieces))
    .map(([text, mutate]) => ({ target: 'settings', text: mutate(text) })),
  broken: ({ text }) => {
    const start = processorSeconds()
    const found = [parseTorchspore(text), parsePyproject(text)].flatMap(parsed => {
      if (parsed.kind === 'problem') return /[\r\n]|^$/.test(parsed.problem) ? [`problem: ${parsed.problem}`] : []
      if (parsed.kind === 'absent') return []
      const place = createPlace('/r', parsed.settings)
      place.options(path)
      place.excludes(path, false)
      return []
    })
    const seconds = processorSeconds() - start
    return seconds > secondsOf(text.length) ? [...found, `slow: ${seconds.toFixed(1)} s`] : found
  },
}
