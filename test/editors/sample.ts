/** A file with characters of two UTF-16 units, and of three bytes, before its two calls. */
export const sample = `import torch.nn as nn  # 转置卷积


def layers(c, k, u):
    # 上采样 🎉
    return {
        '🔥 上采样': nn.ConvTranspose1d(c, c // 2, k, u, padding=(k - u) // 2), '尾': nn.Identity(),
        '😀': nn.ConvTranspose1d(8, 4, kernel_size=4, stride=2, padding=1),  # 末
    }
`

const calls = [
  [
    'nn.ConvTranspose1d(c, c // 2, k, u, padding=(k - u) // 2)',
    "ms.nn.Conv1dTranspose(c, c // 2, k, u, pad_mode='pad', padding=(k - u) // 2, has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(8, 4, kernel_size=4, stride=2, padding=1)',
    "ms.nn.Conv1dTranspose(8, 4, kernel_size=4, stride=2, pad_mode='pad', padding=1, has_bias=True)",
  ],
] as const

/** The file with the first calls rewritten, as many as are named. */
export function rewritten(...which: readonly (0 | 1)[]): string {
  const imported = sample.replace('\n', '\nimport mindspore as ms\n')
  return which.reduce((text, index) => text.replace(calls[index][0], calls[index][1]), imported)
}
