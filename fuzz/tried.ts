import type { Input, Target } from './input.ts'

/** What a target says of an input; a crash is one of the answers. */
export async function tried(targets: ReadonlyMap<string, Target>, input: Input): Promise<readonly string[]> {
  const target = targets.get(input.target)
  if (!target) throw new Error(`there is no target ${input.target}`)
  try {
    return await target.broken(input)
  } catch (error) {
    return [`crash: ${error instanceof Error ? (error.stack ?? error.message) : error}`]
  }
}
