import { type Disposable, LanguageStatusSeverity, l10n, languages } from 'vscode'
import { documents } from './documents.ts'

/** How the server is. */
export type Condition =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly version: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'off' }

/** The item behind the braces in the status bar of a Python file. */
export class Status implements Disposable {
  private readonly item = languages.createLanguageStatusItem('torchspore', documents)

  constructor() {
    this.item.name = 'torchspore'
    this.item.command = { title: l10n.t('Show output'), command: 'torchspore.showOutput' }
    this.show({ kind: 'starting' })
  }

  show(condition: Condition): void {
    this.item.text = condition.kind === 'running' ? `torchspore ${condition.version}`.trim() : 'torchspore'
    this.item.detail = said(condition)
    this.item.busy = condition.kind === 'starting'
    this.item.severity =
      condition.kind === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information
  }

  dispose(): void {
    this.item.dispose()
  }
}

function said({ kind }: Condition): string {
  switch (kind) {
    case 'starting':
      return l10n.t('starting')
    case 'running':
      return l10n.t('running')
    case 'stopped':
      return l10n.t('not running')
    case 'off':
      return l10n.t('switched off by torchspore.enable')
  }
}
