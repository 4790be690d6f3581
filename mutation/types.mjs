import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

/** Tells of a mutant whether the compiler refuses it; `npm test` begins with the compiler. */
export function compilerRefuses() {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    '.',
  )
  const mutated = new Map()
  const host = ts.createIncrementalCompilerHost(options)
  const read = host.getSourceFile
  const sources = new Map()
  host.getSourceFile = (name, ...rest) => {
    const text = mutated.get(resolve(name))
    if (text !== undefined) return Object.assign(ts.createSourceFile(name, text, ...rest), { version: text })
    if (!sources.has(name)) sources.set(name, read.call(host, name, ...rest))
    return sources.get(name)
  }
  let program
  const fails = () => {
    program = ts.createSemanticDiagnosticsBuilderProgram(fileNames, options, host, program)
    return program.getSemanticDiagnostics().length > 0
  }
  if (fails()) throw new Error('the compiler refuses the sources as they are')
  return ({ fileName, location, replacement }) => {
    const text = readFileSync(fileName, 'utf8')
    const [start, end] = [location.start, location.end].map(place => offset(text, place))
    mutated.clear()
    mutated.set(resolve(fileName), text.slice(0, start) + replacement + text.slice(end))
    return fails()
  }
}

/** Lines and columns count from 1. */
function offset(text, { line, column }) {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, each) => sum + each.length + 1, column - 1)
}
