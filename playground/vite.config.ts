import { defineConfig } from 'vite'
import { licenses } from './licenses.ts'
import { precache, serviceWorker } from './precache.ts'

/** A static page that can lie in any folder of a server: all paths are relative. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [licenses(), precache()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist-playground',
    emptyOutDir: true,
    target: 'es2023',
    // The editor alone is larger than what is warned of by default; test/playground holds the page to its limit.
    chunkSizeWarningLimit: 4096,
    rollupOptions: {
      input: { page: `${import.meta.dirname}/index.html`, service_worker: `${import.meta.dirname}/worker/service.ts` },
      output: {
        entryFileNames: chunk => (chunk.name === 'service_worker' ? serviceWorker : 'assets/[name]-[hash].js'),
      },
    },
  },
})
