import { Engine } from './engine.ts'
import { keepForOffline } from './offline.ts'
import { readPreferences } from './preferences.ts'
import { startEngine } from './start_engine.ts'
import { writeWords } from './words.ts'

/** After so many milliseconds without an answer the checker is started anew. */
const patience = 10_000

const engine = new Engine(startEngine, patience)
const preferences = readPreferences()
document.documentElement.setAttribute('data-theme', preferences.theme)
writeWords(preferences.locale)
keepForOffline()

// The editor reads its own words when it is loaded.
if (preferences.locale === 'zh-CN') await import('monaco-editor/nls/lang/zh-cn.js')
const { Playground } = await import('./playground.ts')
await new Playground(engine, preferences).begin()
