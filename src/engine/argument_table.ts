import type { Api } from '../mapping/api.ts'
import type { BoundParameter } from '../mapping/bound_parameter.ts'
import type { Port } from '../mapping/port.ts'
import type { ArgumentPair, ArgumentTable } from './verified.ts'

/** torch's parameters in their order, each beside its counterpart; what only MindSpore has follows what it has before it. */
export function argumentTable(api: Api, torch: readonly BoundParameter[], port: Port | null): ArgumentTable {
  const bound = port?.kind === 'bound' ? port : null
  const counterparts = new Map(api.rules.map(({ parameter, counterpart }) => [parameter, counterpart]))
  const pairs = torch.map((parameter): ArgumentPair => {
    const name = counterparts.get(parameter.name) ?? parameter.name
    return { torch: parameter, mindspore: bound?.parameters.find(each => each.name === name) ?? null }
  })
  return {
    torch: api.signature.path,
    mindspore: bound?.path ?? null,
    pairs: pairs.flatMap(pair => [pair, ...followers(pair, pairs, bound?.parameters ?? [])]),
  }
}

/** The parameters behind the pair's that have no counterpart. */
function followers(
  { mindspore }: ArgumentPair,
  pairs: readonly ArgumentPair[],
  parameters: readonly BoundParameter[],
): readonly ArgumentPair[] {
  if (!mindspore) return []
  const paired = new Set(pairs.map(pair => pair.mindspore))
  const rest = parameters.slice(parameters.indexOf(mindspore) + 1)
  const end = rest.findIndex(each => paired.has(each))
  return rest.slice(0, end < 0 ? rest.length : end).map(each => ({ torch: null, mindspore: each }))
}
