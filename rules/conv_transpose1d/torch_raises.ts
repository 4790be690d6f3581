import type { RaisingProblem, ValueRule } from '../../src/mapping/message.ts'
import type { Given } from '../../src/mapping/rule.ts'
import { constant } from './constant.ts'
import { isNeverInt, scalarOf } from './scalar.ts'

type Lookup = (parameter: string) => Given | null

/** Why torch raises for the call whatever its names are, at construction or in forward; null where it may not. Measured on torch 2.15.0. */
export function torchRaises(given: Lookup): RaisingProblem | null {
  const checks = [
    ...['in_channels', 'out_channels', 'kernel_size', 'stride', 'groups', 'dilation'].map(name =>
      atLeast(given, name, 1n),
    ),
    ...['padding', 'output_padding'].map(name => atLeast(given, name, 0n)),
    ...['kernel_size', 'stride', 'padding', 'output_padding', 'groups', 'dilation'].map(name => notAnInt(given, name)),
    onlyZeros(given),
    ...['in_channels', 'out_channels'].map(name => divides(given, name)),
    belowStrideOrDilation(given),
  ]
  return checks.find(problem => problem !== null) ?? null
}

function problem(given: Given, rule: ValueRule): RaisingProblem {
  return { kind: 'value', parameter: given.argument.parameter, value: given.text, rule }
}

function atLeast(given: Lookup, name: string, least: bigint): RaisingProblem | null {
  const argument = given(name)
  const value = argument && constant(argument.value)
  if (!argument || value === null || value >= least) return null
  return problem(argument, least === 1n ? 'at-least-1' : 'at-least-0')
}

function notAnInt(given: Lookup, name: string): RaisingProblem | null {
  const argument = given(name)
  if (!argument) return null
  return isNeverInt(scalarOf(argument.value)) ? problem(argument, 'an-int') : null
}

function onlyZeros(given: Lookup): RaisingProblem | null {
  const mode = given('padding_mode')
  if (!mode) return null
  const literal = mode.value.kind === 'string' || mode.value.kind === 'none' || mode.value.kind === 'int'
  const zeros = mode.value.kind === 'string' && mode.value.value === 'zeros'
  return literal && !zeros ? problem(mode, 'only-zeros') : null
}

function divides(given: Lookup, name: string): RaisingProblem | null {
  const channels = given(name)
  const groups = given('groups')
  const [all, parts] = [channels && constant(channels.value), groups && constant(groups.value)]
  if (!groups || !all || !parts || all % parts === 0n) return null
  return problem(groups, 'divides-channels')
}

/** output_padding has to be below the stride or the dilation; where it is a whole number above both, it never is. */
function belowStrideOrDilation(given: Lookup): RaisingProblem | null {
  const more = given('output_padding')
  const value = more && constant(more.value)
  if (!more || value === null) return null
  const reached = ['stride', 'dilation'].every(name => {
    const size = given(name)
    const least = size ? constant(size.value) : 1n
    return least !== null && value >= least
  })
  return reached ? problem(more, 'below-stride-or-dilation') : null
}
