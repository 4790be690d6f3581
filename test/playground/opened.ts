import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

/** Opens the playground in a browser that has never seen it; whatever the page complains about fails the test. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 }, ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  await page.goto(url)
  return { page, context }
}

/** Waits until what is in the editor was checked. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready]')
}

/** An editor's lines as they are drawn, from the top. */
export async function drawn(page: Page, pane: '#editor' | '#diff .modified'): Promise<string> {
  const text: string = await page.evaluate(`(() => {
    const lines = [...document.querySelectorAll('${pane} .view-lines[role=presentation] > .view-line')]
    const top = line => parseFloat(line.style.top)
    return lines.sort((a, b) => top(a) - top(b)).map(line => line.textContent).join('\\n')
  })()`)
  return text.replaceAll('\u00a0', ' ')
}
