import type { ArgumentTable, BoundParameter, Verification } from '../src/engine/verified.ts'
import type { Locale } from '../src/messages/locale.ts'
import { say } from '../src/messages/say.ts'
import { shownValue } from '../src/report/verify_arguments.ts'
import { proofRows } from '../src/report/verify_proof.ts'
import { find, make } from './dom.ts'
import { word } from './words.ts'
import type { CallAt } from './worker/protocol.ts'

/** What there is to say of the call under the cursor: how it maps, the proof, and what was refuted. */
export class CallPanel {
  private readonly panel = find('#call', HTMLElement)

  show(call: CallAt | null, locale: Locale): void {
    if (!call) return this.panel.replaceChildren(make('p', { class: 'muted' }, word('no-call', locale)))
    const { verification, finding } = call
    const found = finding
      ? [make('p', {}, make('b', { class: finding.severity }, finding.code), ` ${say(finding.message, locale)}`)]
      : []
    const table = verification.arguments
    this.panel.replaceChildren(
      make('pre', {}, make('code', {}, verification.call)),
      ...found,
      proof(verification, locale),
      ...(table ? [argumentsTable(table, locale)] : []),
    )
  }
}

function proof(verification: Verification, locale: Locale): HTMLElement {
  const list = make('dl', { class: verification.certificate.status })
  const proved = say(verification.certificate.statement, locale)
  for (const { subject, text, isCode } of proofRows(verification, locale)) {
    const said = isCode ? make('code', {}, text) : text
    list.append(make('dt', {}, subject), make('dd', text === proved ? { class: 'statement' } : {}, said))
  }
  return list
}

function argumentsTable({ torch, mindspore, pairs }: ArgumentTable, locale: Locale): HTMLElement {
  const head = [torch, mindspore ?? '—'].map(name => make('th', { scope: 'col', colspan: '2' }, make('code', {}, name)))
  const rows = pairs.map(pair => make('tr', {}, ...cells(pair.torch, locale), ...cells(pair.mindspore, locale)))
  const caption = make('caption', {}, word('arguments', locale))
  const table = make('table', {}, caption, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows))
  return make('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': word('arguments', locale) }, table)
}

function cells(parameter: BoundParameter | null, locale: Locale): readonly HTMLElement[] {
  if (!parameter) return [make('td'), make('td')]
  const value = make('td', { class: parameter.standing }, make('code', {}, shownValue(parameter, locale)))
  return [make('td', {}, make('code', {}, parameter.name)), value]
}
