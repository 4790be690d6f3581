import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The chunk that the service worker is built as. */
export const serviceWorker = 'service_worker.js'

/** Tells the service worker which files to keep, and a version that changes with any of them. */
export function precache(): Plugin {
  return {
    name: 'precache',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle[serviceWorker]
      if (worker?.type !== 'chunk') throw new Error(`the build has no ${serviceWorker}`)
      const kept = Object.values(bundle).filter(each => each !== worker && !each.fileName.endsWith('.map'))
      const version = createHash('sha256')
      for (const each of kept) version.update(each.fileName).update(each.type === 'chunk' ? each.code : each.source)
      const files = ['./', ...kept.map(each => each.fileName).filter(name => name !== 'index.html')]
      const list = JSON.stringify({ version: version.digest('hex').slice(0, 16), files })
      worker.code = `const PRECACHE = ${list};\n${worker.code}`
    },
  }
}
