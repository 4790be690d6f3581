import { type Connection, TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { pathOf } from './document_path.ts'
import type { OpenText } from './worker_protocol.ts'

/** The open Python documents. */
export class Documents {
  readonly all = new TextDocuments(TextDocument)

  listen(connection: Connection): void {
    this.all.listen(connection)
  }

  /** An open Python document. */
  get(uri: string): TextDocument | null {
    const document = this.all.get(uri)
    return document && isPython(document) ? document : null
  }

  get uris(): readonly string[] {
    return this.python().map(({ uri }) => uri)
  }

  open(): readonly OpenText[] {
    return this.python().map(document => {
      const { uri, version } = document
      return { uri, path: pathOf(uri), version, text: document.getText() }
    })
  }

  private python(): readonly TextDocument[] {
    return this.all.all().filter(isPython)
  }
}

function isPython({ languageId }: TextDocument): boolean {
  return languageId === 'python'
}
