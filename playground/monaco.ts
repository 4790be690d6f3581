import 'monaco-editor/features/codicon/register.js'
import 'monaco-editor/features/codeEditor/register.js'
import 'monaco-editor/features/diffEditor/register.js'
import 'monaco-editor/features/bracketMatching/register.js'
import 'monaco-editor/features/caretOperations/register.js'
import 'monaco-editor/features/clipboard/register.js'
import 'monaco-editor/features/codeAction/register.js'
import 'monaco-editor/features/comment/register.js'
import 'monaco-editor/features/contextmenu/register.js'
import 'monaco-editor/features/cursorUndo/register.js'
import 'monaco-editor/features/find/register.js'
import 'monaco-editor/features/gotoError/register.js'
import 'monaco-editor/features/hover/register.js'
import 'monaco-editor/features/indentation/register.js'
import 'monaco-editor/features/linesOperations/register.js'
import 'monaco-editor/features/multicursor/register.js'
import 'monaco-editor/features/toggleTabFocusMode/register.js'
import 'monaco-editor/features/wordOperations/register.js'
import 'monaco-editor/languages/definitions/python/register.js'
import { editor } from 'monaco-editor/editor/editor.api.js'
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker'

export { editor, KeyCode, languages, MarkerSeverity, Range } from 'monaco-editor/editor/editor.api.js'

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() }

/** What both editors have in common. */
export const look = {
  automaticLayout: true,
  fontSize: 13,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 6,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  scrollBeyondLastLine: false,
  wordWrap: 'on',
  wrappingIndent: 'indent',
  fixedOverflowWidgets: true,
  unusualLineTerminators: 'off',
  // The page scrolls on where the text has ended.
  scrollbar: { alwaysConsumeMouseWheel: false },
  padding: { top: 8, bottom: 8 },
} as const satisfies editor.IEditorOptions

// The editors lie on the page's own paper.
for (const [name, base, paper] of [
  ['light', 'vs', '#ffffff'],
  ['dark', 'vs-dark', '#0d1117'],
] as const)
  editor.defineTheme(name, { base, inherit: true, rules: [], colors: { 'editor.background': paper } })

/** The colours of both editors. */
export function setDark(dark: boolean): void {
  editor.setTheme(dark ? 'dark' : 'light')
}
