/** Python files of any length in several shapes, with calls, aliases, tables, functions and classes in proportion. */

/** About ten lines of statements: an alias, a table, a call each way, an attribute and a class test. */
function statements(index, indent) {
  const lines = [
    `Up${index} = nn.ConvTranspose1d`,
    `table${index} = {"up": nn.ConvTranspose1d, "down": nn.Conv1d}`,
    `kernel = rates[${index}] * 2`,
    `up = Up${index}(channels, channels // 2, kernel, ${(index % 7) + 1})`,
    `size = up.kernel_size[0] + ${index}`,
    `if size > ${index}:`,
    `    layers.append(nn.ConvTranspose1d(channels, 1, kernel, 2, padding=kernel // 2))`,
    `else:`,
    `    layers.append(table${index}["up"](channels, 1, kernel))`,
    `total = total + len(layers) * size - kernel`,
  ]
  return lines.map(line => indent + line)
}

const head = ['import torch.nn as nn', 'layers, rates, total = [], list(range(9)), 0']

const many = (lines, per, make) => Array.from({ length: Math.ceil(lines / per) }, (_, index) => make(index)).flat()

const classOf = index => [
  `class Net${index}(nn.Module):`,
  `    Up = nn.ConvTranspose1d`,
  `    def __init__(self, channels, kernel):`,
  `        super().__init__()`,
  `        self.up = nn.ConvTranspose1d(channels, 1, kernel, 2)`,
  `        self.other = self.Up(channels, 1, kernel)`,
  `    def forward(self, x):`,
  `        if isinstance(self.up, nn.ConvTranspose1d):`,
  `            x = self.up(x)`,
  `        return self.other(x) + self.up.stride[0]`,
]

/** A shape's text of about so many lines. */
export const shapes = {
  'module script': lines => [...head, 'channels = 8', ...many(lines, 10, index => statements(index, ''))],
  'one function': lines => [
    ...head,
    'def build(channels, total):',
    ...many(lines, 10, index => statements(index, '    ')),
  ],
  'many functions': lines => [
    ...head,
    ...many(lines, 11, index => [`def build${index}(channels, total):`, ...statements(index, '    ')]),
  ],
  'many classes': lines => [...head, ...many(lines, 10, classOf)],
  'chain of aliases': lines => [
    ...head,
    'Up0 = nn.ConvTranspose1d',
    ...many(lines, 1, index => [`Up${index + 1} = Up${index}`]).slice(0, Math.min(lines, 1000)),
    ...many(lines, 1, index => [`x${index} = total + ${index}`]),
  ],
  'no class at all': lines => [...head, ...many(lines, 2, index => [`def f${index}(x):`, `    return x + ${index}`])],
}
