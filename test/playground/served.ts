import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'vite'

const root = join(import.meta.dirname, '../..')

/** The folder that the playground is built into. */
export const built = join(root, 'dist-playground')

/** The built playground, served without anything that a plain server of files would not do. */
export interface Served {
  readonly url: string
  close(): Promise<void>
}

/** Serves dist-playground. */
export async function serve(): Promise<Served> {
  if (!existsSync(join(built, 'index.html'))) throw new Error('the playground is not built: npm run build:playground')
  const server = await preview({
    configFile: false,
    root,
    base: '/page/',
    logLevel: 'error',
    build: { outDir: built },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [url] = server.resolvedUrls?.local ?? []
  if (url === undefined) throw new Error('the playground could not be served')
  return { url, close: () => server.close() }
}
