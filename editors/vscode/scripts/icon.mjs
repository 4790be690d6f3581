/** Draws icon.png from icon.svg with Chromium: the marketplace takes no SVG. */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const side = 256
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: side, height: side } })
const svg = readFileSync(new URL('icon.svg', import.meta.url), 'utf8')
await page.setContent(`<style>body { margin: 0 } svg { width: ${side}px; height: ${side}px }</style>${svg}`)
await page.screenshot({ path: 'icon.png', omitBackground: true })
await browser.close()
