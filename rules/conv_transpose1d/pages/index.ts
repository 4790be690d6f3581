import { attributePages } from './attributes.ts'
import { blockedPages } from './blocked.ts'
import { classPages } from './classes.ts'
import { filePages } from './files.ts'
import { functionPages } from './functions.ts'
import { layerPages } from './layers.ts'
import { mindsporePages } from './mindspore.ts'
import type { Page } from './page.ts'
import { rewrittenPages } from './rewritten.ts'

/** The documentation of every code, in the order of the codes. */
export const pages: readonly Page[] = [
  ...[rewrittenPages, blockedPages, classPages, layerPages, attributePages, functionPages, mindsporePages, filePages],
]
  .flat()
  .sort((a, b) => (a.code < b.code ? -1 : 1))
