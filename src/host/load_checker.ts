import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import type { Checker } from '../engine/checker.ts'

/** Loads the engine and its parser; only when a file needs them, since that takes longer than all else at the start. */
export async function loadChecker(): Promise<Checker> {
  placeAllAsNew()
  const { createChecker } = await import('../engine/checker.ts')
  return createChecker({ runtime: wasm('web-tree-sitter'), grammar: wasm('tree-sitter-python') })
}

/**
 * Loads the engine without the parser's WebAssembly, which most runs never need (see createSoundChecker), for many files in
 * little memory: of the trees of one nothing is left after it, and the heap would grow to several times what is in use.
 * Collecting more often takes time that an editor would wait for.
 */
export async function loadFrugalChecker(): Promise<Checker> {
  placeAllAsNew()
  setFlagsFromString('--heap-growing-percent=30')
  // The space for what is new stays as small as it is by now; Node 24's would grow to 200 MB more.
  setFlagsFromString('--semi-space-growth-factor=1')
  const { createSoundChecker } = await import('../engine/checker.ts')
  return createSoundChecker()
}

/**
 * Has V8 make all objects in its space for new ones. In the first files, which it has no room for there, it sees most survive, and
 * from then on makes such objects among the old ones: each of them keeps a tree until all memory is gone through.
 */
function placeAllAsNew(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}

/** A WebAssembly module: beside the bundle, or in a checkout in the package that it comes from. */
function wasm(name: string): Buffer {
  const beside = new URL(`./${name}.wasm`, import.meta.url)
  if (existsSync(beside)) return readFileSync(beside)
  return readFileSync(createRequire(import.meta.url).resolve(`${name}/${name}.wasm`))
}
