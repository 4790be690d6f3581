import { aliasTraps } from './traps/aliases.ts'
import { argumentTraps } from './traps/arguments.ts'
import { flowTraps } from './traps/flow.ts'
import { importTraps } from './traps/imports.ts'
import { libraryTraps } from './traps/libraries.ts'
import { scopeTraps } from './traps/scopes.ts'
import { surroundingTraps } from './traps/surroundings.ts'

export type { Expect, Trap } from './traps/trap.ts'

/** Small files in which it is easy to say the wrong thing of a call. */
export const traps = {
  imports: importTraps,
  libraries: libraryTraps,
  scopes: scopeTraps,
  flow: flowTraps,
  aliases: aliasTraps,
  arguments: argumentTraps,
  surroundings: surroundingTraps,
} as const
