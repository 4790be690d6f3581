import type { Expression } from './expression.ts'

const strengths: Readonly<Record<string, number>> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '**': 8,
}

/** A formula for people: Python's operators, `·` for multiplication, parentheses where they are needed. */
export function printFormula(expression: Expression, around = 0): string {
  switch (expression.kind) {
    case 'int':
    case 'float':
      return String(expression.value)
    case 'bool':
      return expression.value ? 'True' : 'False'
    case 'string':
      return JSON.stringify(expression.value)
    case 'none':
      return 'None'
    case 'atom':
      return expression.text.replace(/\s+/g, ' ')
    case 'unary':
      return inParentheses(
        `${expression.operator}${expression.operator === 'not' ? ' ' : ''}${printFormula(expression.operand, 7)}`,
        around > 5,
      )
    case 'binary':
      return binary(expression, around)
    case 'compare':
    case 'boolean':
      return inParentheses(
        `${printFormula(expression.left)} ${expression.operator} ${printFormula(expression.right)}`,
        around > 0,
      )
    case 'conditional':
      return inParentheses(
        `${printFormula(expression.yes, 1)} if ${printFormula(expression.test)} else ${printFormula(expression.no)}`,
        around > 0,
      )
    case 'sequence': {
      const items = expression.items.map(item => printFormula(item)).join(', ')
      return expression.type === 'list' ? `[${items}]` : `(${items}${expression.items.length === 1 ? ',' : ''})`
    }
    case 'call':
      return `${expression.function}(${expression.arguments.map(each => printFormula(each)).join(', ')})`
  }
}

function binary({ operator, left, right }: Expression & { kind: 'binary' }, around: number): string {
  const strength = strengths[operator] ?? 0
  const tight = strength >= 6
  const sign = operator === '*' ? '·' : tight ? operator : ` ${operator} `
  return inParentheses(
    `${printFormula(left, strength)}${sign}${printFormula(right, strength + 1)}`,
    around > strength || (around === 6 && tight && operator !== '*'),
  )
}

function inParentheses(text: string, needed: boolean): string {
  return needed ? `(${text})` : text
}
