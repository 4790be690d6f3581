const head = ['import math', 'import torch', 'from torch import nn', '', '']
const shareOf = (lines, calls) => Math.floor((lines - head.length) / calls)

/** A module of so many lines with so many calls of the class, evenly spread over classes with ordinary methods. */
export function model({ lines, calls }) {
  const share = shareOf(lines, calls)
  const classes = Array.from({ length: calls }, (_, index) => classOf(index, share)).flat()
  const rest = Array.from({ length: lines - head.length - classes.length }, () => '')
  return [...head, ...classes, ...rest].join('\n')
}

/** The line, from 0, of a statement `y = …` in one of the methods. */
export function statementLine(lines, calls, number) {
  const share = shareOf(lines, calls)
  const methods = Math.floor((share - 8) / 9)
  const [index, step] = [number % calls, Math.floor(number / calls) % methods]
  return head.length + index * share + 8 + step * 9 + 2
}

function classOf(index, lines) {
  const head = [
    `class Block${index}(nn.Module):`,
    `    """Upsamples by a factor, 采样 number ${index}."""`,
    '',
    '    def __init__(self, channels, kernel, rate):',
    '        super().__init__()',
    '        self.up = nn.ConvTranspose1d(channels, channels // 2, kernel, rate, padding=(kernel - rate) // 2)',
    '        self.act = nn.LeakyReLU(0.1)',
    '',
  ]
  const methods = Array.from({ length: Math.floor((lines - head.length) / 9) }, (_, number) => method(number)).flat()
  const rest = Array.from({ length: lines - head.length - methods.length }, () => '')
  return [...head, ...methods, ...rest]
}

function method(number) {
  return [
    `    def step${number}(self, x, mask=None):`,
    '        # every step scales what it got',
    `        y = self.act(x) * ${number} + math.sqrt(${number + 1})`,
    '        if mask is not None and mask.shape[-1] == x.shape[-1]:',
    '            y = y * mask[:, None, :]',
    '        for index, value in enumerate([1, 2, 3]):',
    '            y = y + self.weights[index] * value',
    `        return {"y": y, "name": f"step ${number}", "size": len(x)}`,
    '',
  ]
}
