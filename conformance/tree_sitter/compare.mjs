/** Parses files with the native tree-sitter and with the WebAssembly one: compare.mjs FILE..., paths on standard input. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Native from 'tree-sitter'
import python from 'tree-sitter-python'
import { Language, Parser } from 'web-tree-sitter'

const require = createRequire(import.meta.url)
await Parser.init()
const wasm = new Parser().setLanguage(
  await Language.load(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
)
const native = new Native()
native.setLanguage(python)

/** Each node's type and place, in the order of the text. */
function* nodes(cursor) {
  for (;;) {
    yield `${cursor.nodeType} ${cursor.startIndex} ${cursor.endIndex}`
    if (cursor.gotoFirstChild() || cursor.gotoNextSibling()) continue
    do {
      if (!cursor.gotoParent()) return
    } while (!cursor.gotoNextSibling())
  }
}

/** The first node that differs; null when the trees are the same. */
function difference(text) {
  // The native parser takes no string of over 32,767 characters at once.
  const ours = native.parse(index => text.slice(index, index + 8192))
  const theirs = wasm.parse(text)
  const [left, right] = [nodes(ours.walk()), nodes(theirs.walk())]
  try {
    for (let count = 1; ; count++) {
      const [a, b] = [left.next(), right.next()]
      if (a.done !== b.done || a.value !== b.value) return { native: a.value ?? 'end', wasm: b.value ?? 'end' }
      if (a.done) return count
    }
  } finally {
    theirs.delete()
  }
}

const paths = readFileSync(0, 'utf8').split('\n').filter(Boolean)
let total = 0
const wrong = []
for (const path of paths) {
  const found = difference(readFileSync(path, 'utf8'))
  if (typeof found === 'number') total += found
  else wrong.push({ path, ...found })
}
console.log(JSON.stringify({ files: paths.length, nodes: total, wrong }))
