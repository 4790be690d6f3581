import type { RaisingProblem, ValueRule } from '../../mapping/message.ts'

const rules: { readonly [R in ValueRule]: string } = {
  'at-least-1': 'has to be at least 1',
  'at-least-0': 'has to be at least 0',
  'an-int': 'has to be an int',
  'only-zeros': "has to be 'zeros'",
  'divides-channels': 'has to divide in_channels and out_channels',
  'below-stride-or-dilation': 'has to be below stride or dilation',
}

/** Why torch raises, as Python or torch would say it. */
export function raising(problem: RaisingProblem): string {
  switch (problem.kind) {
    case 'missing':
      return `${problem.parameters.join(', ')} ${problem.parameters.length === 1 ? 'is' : 'are'} missing`
    case 'duplicate':
      return `${problem.parameter} is given twice`
    case 'unexpected':
      return `there is no parameter ${problem.keyword}`
    case 'too-many':
      return `${problem.given} arguments by position, and there are at most ${problem.most}`
    case 'behind-keyword':
      return 'an argument by position stands behind one by name'
    case 'value':
      return `${problem.parameter} ${rules[problem.rule]}, and is ${problem.value}`
  }
}
