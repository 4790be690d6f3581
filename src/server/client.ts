import { type ClientCapabilities, type InitializeParams, MarkupKind } from 'vscode-languageserver/node'
import { closestLocale, type Locale } from '../messages/locale.ts'

/** What the client can do, as far as it matters here. */
export interface Client {
  readonly locale: Locale | null
  /** Asks for diagnostics itself, so that none are pushed. */
  readonly pulls: boolean
  readonly refreshesDiagnostics: boolean
  readonly hasConfiguration: boolean
  readonly watchesFiles: boolean
  readonly hasFolders: boolean
  readonly hasRelatedInformation: boolean
  readonly hasCodeDescription: boolean
  readonly hasDocumentChanges: boolean
  readonly hasAnnotations: boolean
  readonly hasPreferred: boolean
  readonly resolvesEdits: boolean
  readonly readsMarkdown: boolean
}

/** Reads what a client says of itself. */
export function clientOf({ capabilities, locale }: InitializeParams): Client {
  const { workspace, textDocument } = capabilities
  const edit = workspace?.workspaceEdit
  return {
    locale: locale === undefined ? null : closestLocale(locale),
    pulls: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    ...diagnosticsOf(capabilities),
    hasDocumentChanges: edit?.documentChanges === true,
    hasAnnotations: edit?.documentChanges === true && edit.changeAnnotationSupport !== undefined,
    hasPreferred: textDocument?.codeAction?.isPreferredSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    readsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
  }
}

/** Pushed and pulled diagnostics are described apart, and clients may describe only one. */
function diagnosticsOf({ textDocument }: ClientCapabilities) {
  const { publishDiagnostics: pushed, diagnostic: pulled } = textDocument ?? {}
  const either = (name: 'relatedInformation' | 'codeDescriptionSupport') =>
    pushed?.[name] === true || pulled?.[name] === true
  return { hasRelatedInformation: either('relatedInformation'), hasCodeDescription: either('codeDescriptionSupport') }
}
