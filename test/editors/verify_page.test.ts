import { expect, test } from 'vitest'
import { verifyPage } from '../../editors/vscode/src/verify_page.mts'

const words = { language: 'en', report: 'Report', noPicture: 'No picture.' }
const verified = { call: 'nn.ConvTranspose1d(a < b)', text: '</pre><script>alert(1)</script>', markdown: '' }

test('shows the picture as it is, and the report as text', () => {
  const page = verifyPage({ ...verified, svg: '<svg></svg>' }, words)
  expect(page).toContain('<svg></svg>')
  expect(page).not.toContain('No picture.')
  expect(page).not.toContain('<script')
  expect(page).toContain('&#60;/pre&#62;')
})

test('runs no script and loads nothing', () => {
  expect(verifyPage({ ...verified, svg: null }, words)).toContain(
    "content=\"default-src 'none'; style-src 'unsafe-inline'\"",
  )
})

test('without a picture it says so, and shows the call', () => {
  const page = verifyPage({ ...verified, svg: null }, words)
  expect(page).toContain('<p>No picture.</p>')
  expect(page).toContain('nn.ConvTranspose1d(a &#60; b)</pre>')
})
