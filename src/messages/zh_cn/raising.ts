import type { RaisingProblem, ValueRule } from '../../mapping/message.ts'

const rules: { readonly [R in ValueRule]: string } = {
  'at-least-1': '必须不小于 1',
  'at-least-0': '必须不小于 0',
  'an-int': '必须是整数',
  'only-zeros': "必须是 'zeros'",
  'divides-channels': '必须整除 in_channels 和 out_channels',
  'below-stride-or-dilation': '必须小于 stride 或 dilation',
}

/** torch 为什么抛出异常。 */
export function raising(problem: RaisingProblem): string {
  switch (problem.kind) {
    case 'missing':
      return `缺少 ${problem.parameters.join('、')}`
    case 'duplicate':
      return `${problem.parameter} 给了两次`
    case 'unexpected':
      return `没有参数 ${problem.keyword}`
    case 'too-many':
      return `按位置给了 ${problem.given} 个参数，最多只能有 ${problem.most} 个`
    case 'behind-keyword':
      return '按位置给的参数写在按名称给的参数之后'
    case 'value':
      return `${problem.parameter} ${rules[problem.rule]}，而它是 ${problem.value}`
  }
}
