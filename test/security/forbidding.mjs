/** Loaded before the command line: whatever would reach the network or start a program ends it with a status of its own. */
import { createRequire, syncBuiltinESMExports } from 'node:module'

const require = createRequire(import.meta.url)
const forbidden = {
  net: ['connect', 'createConnection'],
  tls: ['connect'],
  http: ['request', 'get'],
  https: ['request', 'get'],
  http2: ['connect'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve'],
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  vm: ['runInThisContext', 'runInNewContext', 'compileFunction'],
}

for (const [name, functions] of Object.entries(forbidden)) {
  const module = require(`node:${name}`)
  for (const each of functions) {
    module[each] = () => {
      process.stderr.write(`forbidden: ${name}.${each}\n`)
      process.exit(99)
    }
  }
}
globalThis.fetch = () => {
  process.stderr.write('forbidden: fetch\n')
  process.exit(99)
}
syncBuiltinESMExports()
