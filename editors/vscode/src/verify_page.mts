import type { VerifiedCall } from '../../../src/server/extra_protocol.ts'

/** The page's own words, in the editor's language. */
export interface PageWords {
  readonly language: string
  readonly report: string
  readonly noPicture: string
}

/**
 * The page of a call: the picture, and the report as text. It runs no scripts and loads nothing. The picture brings
 * colours for the system's light and dark; these are the editor's own, which may be others. (The ending makes this a module for
 * the project's tests, too.)
 */
export function verifyPage({ call, text, svg }: VerifiedCall, { language, report, noPicture }: PageWords): string {
  const picture = svg === null ? `<p>${escaped(noPicture)}</p>` : `<div class="picture" tabindex="0">${svg}</div>`
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(call)}</title>
<style>${style}</style>
</head>
<body>
${svg === null ? `<pre class="call">${escaped(call)}</pre>` : ''}
${picture}
<h2>${escaped(report)}</h2>
<pre tabindex="0">${escaped(text)}</pre>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}

const style = `
  body { padding: 0 20px 24px; color: var(--vscode-foreground); font-family: var(--vscode-font-family) }
  h2 { margin: 20px 0 8px; font-size: 1.1em; font-weight: 600 }
  pre {
    margin: 0; padding: 12px; overflow-x: auto; line-height: 1.5;
    font-family: var(--vscode-editor-font-family, monospace); font-size: calc(0.85 * var(--vscode-editor-font-size, 14px));
    background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent);
  }
  .picture { overflow-x: auto }
  .picture svg { display: block; width: 100%; min-width: 620px; max-width: 1100px; height: auto }
  .picture .paper { fill: transparent }
  .picture text, .picture .otherText { fill: var(--vscode-foreground) }
  .picture .muted { fill: var(--vscode-descriptionForeground) }
  .picture .kept.same { fill: var(--vscode-charts-blue) }
  .picture .kept.other { fill: var(--vscode-charts-yellow) }
  .picture .strokeSame { stroke: var(--vscode-charts-blue) }
  .picture .strokeOther { stroke: var(--vscode-charts-yellow) }
  .picture .cropped { stroke: var(--vscode-disabledForeground) }
  .picture .end { stroke: var(--vscode-descriptionForeground) }
`
