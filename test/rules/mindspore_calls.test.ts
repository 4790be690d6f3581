import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'

const head = 'import mindspore.nn as nn\n\n\ndef build(c, k, u, d, p):\n    return '

function found(code: 'TSP402' | 'TSP403' | 'TSP404', call: string) {
  return checker.check(`${head}${call}\n`, { select: [code] })
}

describe("how far 'same' and 'valid' shift torch's samples", () => {
  test.each([
    ['nn.Conv1dTranspose(c, c, 5, 2)', 'same', '1'],
    ['nn.Conv1dTranspose(c, c, 6, 2)', 'same', '2'],
    ['nn.Conv1dTranspose(c, c, 3, 2, dilation=3)', 'same', '2'],
    ['nn.Conv1dTranspose(c, c, 2, 4)', 'same', '0'],
    ["nn.Conv1dTranspose(c, c, 2, 4, pad_mode='valid')", 'valid', '0'],
    ['nn.Conv1dTranspose(c, c, k, u)', 'same', 'max(0, k - u)//2'],
    ['nn.Conv1dTranspose(c, c, k, 2)', 'same', 'max(0, k - 2)//2'],
    ['nn.Conv1dTranspose(c, c, k + 1, u)', 'same', 'max(0, k + 1 - u)//2'],
    ['nn.Conv1dTranspose(c, c, k, u, dilation=d)', 'same', 'max(0, d·(k - 1) + 1 - u)//2'],
  ])('%s', (call, mode, shift) => {
    expect(found('TSP403', call)).toMatchObject([{ message: { id: 'mindspore.other-window', mode, shift } }])
  })

  test.each(['nn.Conv1dTranspose(c, c, u, u)', "nn.Conv1dTranspose(c, c, 5, 2, pad_mode='valid')"])(
    "%s is torch's layer without padding",
    call => expect(found('TSP403', call)).toEqual([]),
  )
})
