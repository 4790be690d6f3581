import { type Disposable, env, l10n, ViewColumn, type WebviewPanel, window } from 'vscode'
import { verifyCall } from '../../../src/server/extra_protocol.ts'
import { isLookedAt } from './documents.ts'
import type { Server } from './server.ts'
import { tell } from './tell.ts'
import { verifyPage } from './verify_page.mts'

/** The panel with a call's certificate and picture. There is one, which shows the call that was asked for last. */
export class VerifyPanel implements Disposable {
  private panel: WebviewPanel | null = null

  /** Shows the call under the cursor. */
  async show(server: Server): Promise<void> {
    const editor = window.activeTextEditor
    if (!editor || !isLookedAt(editor.document)) return tell(l10n.t('torchspore: open a Python file first.'))
    const client = await server.running()
    if (!client) return
    const { document, selection } = editor
    const place = client.code2ProtocolConverter.asTextDocumentPositionParams(document, selection.active)
    const verified = await client.sendRequest(verifyCall, place)
    if (!verified) return tell(l10n.t('torchspore: there is no ConvTranspose1d call under the cursor.'))
    this.open().webview.html = verifyPage(verified, words())
  }

  dispose(): void {
    this.panel?.dispose()
  }

  private open(): WebviewPanel {
    const panel = this.panel ?? this.create()
    panel.reveal(panel.viewColumn ?? ViewColumn.Beside, true)
    return panel
  }

  private create(): WebviewPanel {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true }
    const panel = window.createWebviewPanel('torchspore.verify', l10n.t('torchspore: proof'), place)
    panel.onDidDispose(() => {
      this.panel = null
    })
    this.panel = panel
    return panel
  }
}

function words() {
  return {
    language: env.language,
    report: l10n.t('The whole report'),
    noPicture: l10n.t('There is no picture: the sizes of the layers are not known here.'),
  }
}
