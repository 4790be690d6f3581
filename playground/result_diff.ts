import { editor, look } from './monaco.ts'

/** The rewritten text beside the one before. */
export class ResultDiff {
  private models = createModels('', '')
  private readonly editor: editor.IStandaloneDiffEditor

  constructor(container: HTMLElement) {
    this.editor = editor.createDiffEditor(container, {
      ...look,
      readOnly: true,
      renderSideBySide: false,
      diffWordWrap: 'on',
      renderOverviewRuler: false,
      renderMarginRevertIcon: false,
      renderGutterMenu: false,
      hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4 },
      // Tab goes on through the page: there is nothing to indent here.
      tabFocusMode: true,
    })
    this.editor.setModel(this.models)
    // Of the text before, only its removed lines are seen, within the other editor.
    this.editor.getOriginalEditor().updateOptions({ tabIndex: -1 })
  }

  get text(): string {
    return this.models.modified.getValue()
  }

  label(text: string): void {
    for (const each of [this.editor.getOriginalEditor(), this.editor.getModifiedEditor()])
      each.updateOptions({ ariaLabel: text })
  }

  /** Shows another pair of texts; both at once, since the editor lays a known diff over what is changed one by one. */
  show(before: string, after: string): void {
    const old = this.models
    if (old.original.getValue() === before && old.modified.getValue() === after) return
    const seen = this.editor.saveViewState()
    this.models = createModels(before, after)
    this.editor.setModel(this.models)
    this.editor.restoreViewState(seen)
    // The editor cancels what it computes of the old texts a moment later; without them that would be an error.
    setTimeout(() => {
      for (const model of Object.values(old)) model.dispose()
    })
  }
}

function createModels(before: string, after: string): { original: editor.ITextModel; modified: editor.ITextModel } {
  return { original: editor.createModel(before, 'python'), modified: editor.createModel(after, 'python') }
}
