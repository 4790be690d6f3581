/** The headings of a code's page. */
export type PageLabel =
  | 'what'
  | 'why'
  | 'setting'
  | 'example'
  | 'before'
  | 'after'
  | 'stays'
  | 'parameters'
  | 'calls'
  | 'source'
  | 'severity'
  | 'code'
  | 'name'
  | 'title'
  | 'none'

/** What a code's page says in its own name. */
export type PageMessage =
  | { readonly id: 'page.label'; readonly label: PageLabel }
  | { readonly id: 'page.index' }
  | { readonly id: 'page.generated' }
