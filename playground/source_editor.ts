import type { Finding, Fix } from '../src/engine/finding.ts'
import type { Locale } from '../src/messages/locale.ts'
import { say } from '../src/messages/say.ts'
import { editor, KeyCode, languages, look, MarkerSeverity, Range } from './monaco.ts'

const severities = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info }

/** While one of these is open, Esc closes it instead of leaving the editor. */
const open = ['findWidgetVisible', 'markersNavigationVisible', 'codeActionMenuVisible', 'editorHoverVisible']
const nothingOpen = open
  .concat('editorHasMultipleSelections', 'editorHasSelection')
  .map(each => `!${each}`)
  .join(' && ')

/** What the editor tells of. */
export interface Heard {
  readonly onText: () => void
  readonly onCursor: () => void
  /** Esc was pressed. */
  readonly onLeave: () => void
}

/** The Python text, with what was found in it. */
export class SourceEditor {
  private readonly model = editor.createModel('', 'python')
  private readonly editor: editor.IStandaloneCodeEditor
  private findings: readonly Finding[] = []
  /** The version of the text that the findings are of. */
  private shown = 0
  private locale: Locale = 'en'

  constructor(container: HTMLElement, heard: Heard) {
    this.editor = editor.create(container, {
      ...look,
      model: this.model,
      quickSuggestions: false,
      wordBasedSuggestions: 'off',
    })
    this.model.onDidChangeContent(heard.onText)
    this.editor.onDidChangeCursorPosition(heard.onCursor)
    this.editor.addCommand(KeyCode.Escape, heard.onLeave, nothingOpen)
    languages.registerCodeActionProvider('python', {
      provideCodeActions: (_, range) => ({ actions: this.actions(range), dispose: () => {} }),
    })
  }

  get text(): string {
    return this.model.getValue()
  }

  /** Changes with each change of the text. */
  get version(): number {
    return this.model.getVersionId()
  }

  get cursor(): number {
    return this.model.getOffsetAt(this.editor.getPosition() ?? { lineNumber: 1, column: 1 })
  }

  /** Whether what is shown is of the text as it is now. */
  get isCurrent(): boolean {
    return this.shown === this.version
  }

  focus(): void {
    this.editor.focus()
  }

  label(text: string): void {
    this.editor.updateOptions({ ariaLabel: text })
  }

  /** Takes another text, as one step that can be undone. */
  write(text: string): void {
    this.edit([{ range: this.model.getFullModelRange(), text }])
  }

  /** Shows what was found in a version of the text. */
  show(findings: readonly Finding[], version: number, locale: Locale): void {
    this.findings = findings
    this.shown = version
    this.locale = locale
    editor.setModelMarkers(
      this.model,
      'torchspore',
      findings.map(finding => this.marker(finding)),
    )
  }

  /** Applies a fix of what is shown; one of an older text would write at a wrong place. */
  apply({ edits }: Fix): void {
    if (this.isCurrent) this.edit(this.operations(edits))
  }

  goTo(offset: number, focus: boolean): void {
    const position = this.model.getPositionAt(offset)
    this.editor.setPosition(position)
    this.editor.revealPositionInCenterIfOutsideViewport(position)
    if (focus) this.focus()
  }

  /** Line and column, from 1. */
  place(offset: number): { readonly line: number; readonly column: number } {
    const { lineNumber, column } = this.model.getPositionAt(offset)
    return { line: lineNumber, column }
  }

  private edit(operations: editor.IIdentifiedSingleEditOperation[]): void {
    this.editor.pushUndoStop()
    this.editor.executeEdits('torchspore', operations)
    this.editor.pushUndoStop()
  }

  private operations(edits: Fix['edits']): { range: Range; text: string }[] {
    return edits.map(({ span, content }) => ({ range: this.range(span), text: content }))
  }

  private range({ start, end }: Finding['span']): Range {
    return Range.fromPositions(this.model.getPositionAt(start), this.model.getPositionAt(end))
  }

  private marker({ span, code, severity, message, certificate }: Finding): editor.IMarkerData {
    const { startLineNumber, startColumn, endLineNumber, endColumn } = this.range(span)
    const said = [message, ...(certificate ? [certificate.statement] : [])].map(each => say(each, this.locale))
    return {
      ...{ startLineNumber, startColumn, endLineNumber, endColumn, code },
      severity: severities[severity],
      message: said.join('\n'),
      source: 'torchspore',
    }
  }

  private actions(range: Range): languages.CodeAction[] {
    if (!this.isCurrent) return []
    const touched = this.findings.filter(({ span }) => Range.areIntersectingOrTouching(this.range(span), range))
    return touched.flatMap(finding => (finding.fix ? [this.action(finding, finding.fix)] : []))
  }

  private action(finding: Finding, { applicability, message, edits }: Fix): languages.CodeAction {
    const versionId = this.model.getVersionId()
    const textEdits = this.operations(edits).map(textEdit => ({ resource: this.model.uri, versionId, textEdit }))
    const title = say(message, this.locale)
    return {
      title: say({ id: 'playground.fix-of', applicability, title }, this.locale),
      kind: 'quickfix',
      diagnostics: [this.marker(finding)],
      isPreferred: applicability === 'safe',
      edit: { edits: textEdits },
    }
  }
}
