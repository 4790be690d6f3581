import { windowsStyle } from './html_windows_style.ts'

/** The page's look: light, dark where the reader's system asks for it, and narrow on a phone. */
export const style = `
:root {
  --paper: #fff; --card: #fff; --soft: #f6f8fa; --line: #d1d9e0; --ink: #1f2328; --muted: #59636e;
  --link: #0550ae; --error: #cf222e; --warning: #8a5300; --info: #0550ae;
  --safe: #1a7f37; --unsafe: #bc4c00; --none: #6e7781;
  --gone: #ffebe9; --come: #dafbe1; --mark: #fff1b0; --same: #0969da; --other: #d1570a; --cropped: #d5dbe1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1117; --card: #0d1117; --soft: #161b22; --line: #30363d; --ink: #e6edf3; --muted: #9198a1;
    --link: #79b8ff; --error: #ff7b72; --warning: #e3b341; --info: #79b8ff;
    --safe: #3fb950; --unsafe: #e0823d; --none: #8b949e;
    --gone: #3c1a1d; --come: #12311d; --mark: #6b4d00; --same: #4493f8; --other: #e0823d; --cropped: #30363d;
  }
}
* { box-sizing: border-box }
[hidden] { display: none !important }
html { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif;
  -webkit-text-size-adjust: 100% }
body { display: flex; flex-direction: column; gap: 20px; max-width: 1120px; margin: 0 auto; padding: 24px 20px 64px }
header { order: -2 }
#totals { order: -1; min-width: 0 }
h1 { font-size: 22px; line-height: 1.25; margin: 0 }
header p { margin: 4px 0 0; color: var(--muted); overflow-wrap: anywhere }
code, pre, .place { font-family: ui-monospace, Consolas, 'DejaVu Sans Mono', monospace; font-size: 13px }
a { color: var(--link) }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -999px }
.skip:focus { left: 20px; top: 4px; background: var(--paper) }
main { min-width: 0 }
main:focus { outline: none }

.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin: 0 0 16px; padding: 0; list-style: none }
.tiles li { border: 1px solid var(--line); border-top: 3px solid var(--ink); border-radius: 6px; padding: 8px 12px;
  color: var(--muted) }
.tiles b { display: block; font-size: 26px; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums }
.tiles .safe { border-top-color: var(--safe) }
.tiles .unsafe { border-top-color: var(--unsafe) }
.tiles .none { border-top-color: var(--none) }
.codes { overflow-x: auto }
.codes table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
.codes th, .codes td { text-align: left; padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top }
.codes thead th { color: var(--muted); font-weight: 500; font-size: 13px; white-space: nowrap }
.codes th:nth-child(n + 3), .codes td:nth-child(n + 3) { text-align: right }
.codes td:nth-child(2) { overflow-wrap: anywhere; width: 99% }
.codes svg { display: block; width: 100%; height: 4px; margin-top: 4px }
rect.safe { fill: var(--safe) }
rect.unsafe { fill: var(--unsafe) }
rect.none { fill: var(--none) }
form { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; margin-top: 16px; padding: 12px;
  background: var(--soft); border-radius: 6px }
label { display: grid; gap: 2px; font-size: 13px; color: var(--muted); min-width: 0 }
label:first-child { flex: 1 1 200px }
input, select, button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--line);
  border-radius: 6px; padding: 5px 8px; height: 34px; max-width: 100% }
select { width: 100%; max-width: 260px }
output { font-size: 13px; color: var(--muted); padding-bottom: 7px; font-variant-numeric: tabular-nums }
.clean { font-size: 18px; color: var(--safe) }
.failed { border: 1px solid var(--error); border-radius: 6px; padding: 4px 16px; margin-bottom: 16px }
.failed h2 { font-size: 16px; color: var(--error); margin: 8px 0 }

.file { margin-bottom: 28px }
h2 { font-size: 15px; margin: 0 0 10px; overflow-wrap: anywhere }
h2 code { font-size: 14px }
h2 small { font-size: 12px; font-weight: 400; color: var(--muted); background: var(--soft); border-radius: 9px;
  padding: 1px 8px }
article { border: 1px solid var(--line); border-radius: 8px; margin-bottom: 12px; overflow: hidden;
  content-visibility: auto; contain-intrinsic-size: auto 420px }
article:target { border-color: var(--link) }
h3 { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; margin: 0; padding: 10px 14px; font-size: 15px;
  font-weight: 400 }
h3 span { flex: 1 1 240px; overflow-wrap: anywhere }
.place { color: var(--muted); text-decoration: none }
.place:hover { text-decoration: underline }
h3 b a { color: inherit }
b.error { color: var(--error) }
b.warning { color: var(--warning) }
b.info { color: var(--info) }
h3 i { font-style: normal; font-size: 12px; border: 1px solid; border-radius: 10px; padding: 0 9px; white-space: nowrap }
i.safe { color: var(--safe) }
i.unsafe { color: var(--unsafe) }
i.none { color: var(--muted) }
pre { margin: 0; padding: 8px 0; overflow-x: auto; background: var(--soft); line-height: 1.45; tab-size: 4 }
pre:focus-visible { outline-offset: -2px }
pre > * { display: inline-block; min-width: 100%; padding-right: 14px; text-decoration: none }
pre > ::before { content: attr(data-n); white-space: pre; color: var(--muted); padding: 0 10px 0 6px }
pre > .gap { color: var(--muted); padding-left: 38px }
del { background: var(--gone) }
ins { background: var(--come) }
mark { background: var(--mark); color: inherit; border-radius: 2px }

.about { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 380px); gap: 12px 28px; padding: 12px 14px }
.about > :only-child { grid-column: 1 / -1 }
dl { display: grid; grid-template-columns: minmax(70px, max-content) minmax(0, 1fr); gap: 4px 14px; margin: 0;
  align-content: start }
dt { color: var(--muted) }
dd { margin: 0; overflow-wrap: anywhere }
dd.proved::before { content: '✓ '; color: var(--safe) }
dd.refuted::before { content: '✗ '; color: var(--error) }
${windowsStyle}
@media (max-width: 720px) {
  body { padding: 16px 12px 48px; gap: 16px }
  .tiles { grid-template-columns: repeat(2, 1fr); gap: 8px }
  .about { grid-template-columns: minmax(0, 1fr); padding: 10px 12px }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0 }
  dd { margin-bottom: 6px }
  .codes { font-size: 14px }
  .codes th, .codes td { padding: 6px 4px }
  select { max-width: none }
  label { flex: 1 1 120px }
  .codes thead th:nth-child(n + 4), .codes td:nth-child(n + 4) { display: none }
  h3 { padding: 10px 12px }
}
@media print { article { content-visibility: visible; break-inside: avoid } form { display: none } }
`
