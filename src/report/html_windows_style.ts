/** How the pictures of the windows look; the colours are the page's own. */
export const windowsStyle = `figure { margin: 0; font-size: 13px; min-width: 0 }
figcaption { color: var(--muted); line-height: 1.35; overflow-wrap: anywhere }
figure table { width: 100%; border-collapse: collapse; margin: 4px 0; font-variant-numeric: tabular-nums }
figure th { text-align: left; font-weight: 400; white-space: nowrap; padding: 1px 8px 1px 0 }
figure tr:first-child th { color: var(--muted); font-size: 12px; text-align: right; padding: 0 0 0 8px }
figure td { padding: 1px 0 1px 8px; text-align: right; width: 1% }
figure td:nth-child(2) { width: 99%; padding: 1px 0 }
figure td svg { display: block; width: 100%; height: 14px }
figure .other td:last-child { color: var(--unsafe); font-weight: 600 }
path { fill: none; stroke-width: 10 }
.cells { stroke-dasharray: 8 2 }
.kept, .beyond { stroke: var(--same) }
.other .kept, .other .beyond { stroke: var(--other) }
.beyond { stroke-width: 4 }
.cropped { stroke: var(--cropped); stroke-width: 4 }
figure p { display: flex; flex-wrap: wrap; gap: 0 14px; margin: 0; font-size: 12px; color: var(--muted) }
figure p svg { width: 10px; height: 10px; margin-right: 5px }
`
