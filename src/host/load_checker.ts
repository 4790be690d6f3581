import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import type { Checker } from '../engine/checker.ts'

/** Loads the engine and its parser; only when a file needs them, since that takes longer than all else at the start. */
export async function loadChecker(): Promise<Checker> {
  const { createChecker } = await engine()
  return createChecker({ runtime: wasm('web-tree-sitter'), grammar: wasm('tree-sitter-python') })
}

/** Loads the engine without the parser's WebAssembly, which most runs never need; see createSoundChecker. */
export async function loadSoundChecker(): Promise<Checker> {
  const { createSoundChecker } = await engine()
  return createSoundChecker()
}

function engine() {
  // Of the trees of one file nothing is left after it: without this, the heap grows to several times what is in use.
  setFlagsFromString('--heap-growing-percent=30')
  return import('../engine/checker.ts')
}

/** A WebAssembly module: beside the bundle, or in a checkout in the package that it comes from. */
function wasm(name: string): Buffer {
  const beside = new URL(`./${name}.wasm`, import.meta.url)
  if (existsSync(beside)) return readFileSync(beside)
  return readFileSync(createRequire(import.meta.url).resolve(`${name}/${name}.wasm`))
}
