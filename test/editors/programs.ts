import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const { PATH = '', TORCHSPORE_NEOVIM, TORCHSPORE_CODE_SERVER } = process.env

/** The Neovims to try: a list of paths in TORCHSPORE_NEOVIM, or the one in the path. */
export const neovims: readonly string[] = given(TORCHSPORE_NEOVIM, 'nvim')

/** The code-servers to try, in the same way by TORCHSPORE_CODE_SERVER: a program, or its entry.js for this Node. */
export const codeServers: readonly string[] = given(TORCHSPORE_CODE_SERVER, 'code-server')

function given(named: string | undefined, name: string): readonly string[] {
  if (named) return named.split(delimiter)
  const places = PATH.split(delimiter).map(folder => join(folder, name))
  return places.filter(place => existsSync(place)).slice(0, 1)
}
