import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { torchspore } from '../cli/run.ts'
import { launch } from './chromium.ts'
import { contrasts } from './contrasts.ts'

const demo = join(import.meta.dirname, '../../fixtures/demo')
const folder = mkdtempSync(join(tmpdir(), 'torchspore-report-'))
let browser: Browser

beforeAll(async () => {
  browser = await launch()
  cpSync(demo, join(folder, 'demo'), { recursive: true })
  report('demo')
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

function report(path: string): void {
  const args = ['check', path, '--output-format', 'html', '--output-file', `${path}.html`]
  expect(torchspore(folder, args)).toMatchObject({ status: 1, err: '' })
}

interface Seen {
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
  readonly javaScriptEnabled?: boolean
}

/** Opens a report; whatever the page complains about fails the test. */
async function open(
  path: string,
  { colorScheme = 'light', width = 1280, javaScriptEnabled = true }: Seen = {},
): Promise<Page> {
  const page = await browser.newPage({ colorScheme, javaScriptEnabled, viewport: { width, height: 800 } })
  const complaints: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('dialog', dialog => complaints.push(dialog.message()))
  onTestFinished(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })
  await page.goto(pathToFileURL(join(folder, `${path}.html`)).href)
  return page
}

const shown = (page: Page) => page.locator('article:not([hidden])').count()

describe.each(['light', 'dark'] as const)('in the %s', colorScheme => {
  test.each([360, 1280])('at a width of %d nothing is cut off, and all can be read', async width => {
    const page = await open('demo', { colorScheme, width })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    const ratios: Readonly<Record<string, number>> = await page.evaluate(contrasts)
    expect(ratios).not.toEqual([])
    expect(Object.entries(ratios).filter(([, ratio]) => ratio < 4.5)).toEqual([])
  })
})

test('without JavaScript the totals come first, and there is no filter', async () => {
  const page = await open('demo', { javaScriptEnabled: false })
  const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? Number.NaN
  expect(await top('#totals')).toBeLessThan(await top('article'))
  expect(await page.locator('form').isVisible()).toBe(false)
  expect(await shown(page)).toBeGreaterThan(3)
})

test('the filter takes code, fix, file and text, and lets go of them', async () => {
  const page = await open('demo')
  const all = await shown(page)
  const count = () => page.locator('output').textContent()
  expect(await count()).toBe(`${all} / ${all} shown`)
  const choices = { code: 'TSP101', fix: 'unsafe', file: 'demo/vocoder/decoder.py' }
  for (const [name, value] of Object.entries(choices)) {
    await page.locator(`select[name=${name}]`).selectOption(value)
    const left = await shown(page)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(all)
    expect(await count()).toBe(`${left} / ${all} shown`)
    await page.locator('button[type=reset]').click()
    await expect.poll(count).toBe(`${all} / ${all} shown`)
  }
  await page.locator('input').fill('REFUTED output_padding')
  expect(await page.locator('article:not([hidden])').first().textContent()).toContain('refuted')
  await page.locator('input').fill('no such text')
  expect(await count()).toBe(`0 / ${all} shown`)
  expect(await page.locator('.file:not([hidden])').count()).toBe(0)
})

test('the keyboard reaches the findings, the filter and each box that scrolls, in the order that is seen', async () => {
  const page = await open('demo')
  const focused = () =>
    page.evaluate('document.activeElement.className || document.activeElement.name || document.activeElement.localName')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('skip')
  const order: unknown[] = []
  for (let presses = 0; presses < 7; presses++) {
    await page.keyboard.press('Tab')
    order.push(await focused())
  }
  expect(order).toEqual(['text', 'code', 'fix', 'file', 'button', 'place', 'pre'])
})

test('what a program holds does nothing', async () => {
  const nasty = '"</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e"'
  writeFileSync(join(folder, 'nasty.py'), `import torch.nn as nn\nnn.ConvTranspose1d(${nasty}, 1, 1)  # ${nasty}\n`)
  report('nasty.py')
  const page = await open('nasty.py')
  expect(await page.locator('script, img').count()).toBe(1)
  expect(await page.locator('pre').first().textContent()).toContain('<script>alert(1)</script>')
})

test('ten thousand findings are there and can be filtered', async () => {
  const line = (at: number) =>
    `nn.ConvTranspose1d(c, c, ${(at % 40) + 3}, ${(at % 3) + 1}, padding=${at % 2})  # at ${at}\n`
  mkdirSync(join(folder, 'many'))
  for (let file = 0; file < 100; file++) {
    const lines = Array.from({ length: 100 }, (_, at) => line(100 * file + at))
    writeFileSync(join(folder, 'many', `m${file}.py`), `import torch.nn as nn\n${lines.join('')}`)
  }
  report('many')
  const page = await open('many')
  expect(await shown(page)).toBe(10_000)
  await page.locator('input').fill('# at 9999')
  expect(await page.locator('output').textContent()).toBe('1 / 10000 shown')
})
