import { element } from './svg.ts'

/** Colours for light, and for dark where the reader's system asks for it. Hues are apart for colour-blind eyes, too. */
export const styleSheet = `
  text { font: 14px system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: #1f2328 }
  .code { font-family: ui-monospace, Consolas, 'DejaVu Sans Mono', monospace; font-size: 13px }
  .small { font-size: 12px }
  .muted { fill: #59636e }
  .otherText { fill: #953800 }
  .paper { fill: #ffffff }
  .kept.same { fill: #0969da }
  .kept.other { fill: #d1570a }
  .beyond.same { fill: url(#beyondSame) }
  .beyond.other { fill: url(#beyondOther) }
  .strokeSame { stroke: #0969da }
  .strokeOther { stroke: #d1570a }
  .cropped { fill: none; stroke: #c4ccd4 }
  .end { stroke: #59636e; stroke-dasharray: 3 3 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .muted { fill: #9198a1 }
    .otherText { fill: #f0a35e }
    .paper { fill: #0d1117 }
    .kept.same { fill: #4493f8 }
    .kept.other { fill: #e0823d }
    .strokeSame { stroke: #4493f8 }
    .strokeOther { stroke: #e0823d }
    .cropped { stroke: #3d444d }
    .end { stroke: #9198a1 }
  }
`

/** Hatching for samples behind the end. */
export const patterns: readonly string[] = ['Same', 'Other'].map(kind =>
  element(
    'pattern',
    { id: `beyond${kind}`, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('line', { x1: 1, y1: 0, x2: 1, y2: 5, 'stroke-width': 2, class: `stroke${kind}` }),
  ),
)
