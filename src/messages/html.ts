/** The headings, buttons and marks of the HTML report. */
export type HtmlLabel =
  | 'title'
  | 'skip'
  | 'findings'
  | 'safe'
  | 'unsafe'
  | 'none'
  | 'code'
  | 'meaning'
  | 'file'
  | 'fix'
  | 'search'
  | 'all'
  | 'reset'
  | 'shown'
  | 'source'
  | 'change'
  | 'failed'

/** What the HTML report says in its own name. */
export type HtmlMessage = { readonly id: 'html.label'; readonly label: HtmlLabel }
