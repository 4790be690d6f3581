import { type Page, page } from './page.ts'
import { python } from './python.ts'

const syntaxError = page({
  code: 'TSP901',
  title: 'A syntax error',
  what: 'The file does not parse. Calls outside the broken part are still reported; no fix is offered in this file.',
  why: 'A fix is offered only after the file with all its fixes was parsed again and every name in it was resolved. In a file that does not parse that is not possible.',
  before: python(
    'from torch import nn',
    '',
    'up = nn.ConvTranspose1d(64, 32, 4, stride=2)',
    'down = nn.Conv1d(32, 64,',
  ),
  after: null,
  source: 'The grammar tree-sitter-python 0.25.0. It accepts a little that Python refuses, such as a repeated keyword.',
})

const unreadable = page({
  code: 'TSP902',
  title: 'A file that is missing, too large, or no text',
  what: 'The file was named, and could not be checked: it is missing or cannot be read, is larger than max-file-size, is nested too deeply, holds a NUL byte, or is neither UTF-8 nor in the encoding that its coding line names.',
  why: 'A file that is skipped without a word looks like one without findings. The limit of size, 2 MiB unless set, is there because a syntax tree takes about a hundred times the memory of its text.',
  setting: 'max-file-size = 32',
  before: python('from torch import nn', '', 'up = nn.ConvTranspose1d(64, 32, 4, stride=2)'),
  after: null,
  source: 'Measured with web-tree-sitter: 5 MB of source take 400 to 600 MB of memory, 20 MB take 1.4 GB.',
})

const unused = page({
  code: 'TSP903',
  title: 'A suppression that suppresses nothing',
  what: "A comment # torchspore: ignore, or # noqa with codes of torchspore only, stands where there is no such finding. Remove the comment. A plain # noqa, or one that names another tool's codes too, is never reported.",
  why: 'A suppression that outlives its reason hides the next finding on that line.',
  before: python('from torch import nn', '', 'down = nn.Conv1d(64, 32, 4)  # torchspore: ignore[TSP101]'),
  after: null,
  source: "torchspore's own comments; see Suppress in the README.",
})

export const filePages: readonly Page[] = [syntaxError, unreadable, unused]
