import { readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../browser/chromium.ts'
import { contrasts } from '../browser/contrasts.ts'
import { drawn, openPage, ready } from './opened.ts'
import { built, type Served, serve } from './served.ts'

let browser: Browser
let served: Served

beforeAll(async () => {
  served = await serve()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const examples = ['vocoder', 'output-padding', 'official', 'starred', 'half-made']
const codes = (page: Page) => page.locator('#findings b').allTextContents()
const choose = (page: Page, example: string) => page.locator('[name=example]').selectOption(example)
const status = (page: Page) => page.locator('#status').textContent()

async function opened(options?: Parameters<typeof openPage>[2], fragment = ''): Promise<Page> {
  const { page } = await openPage(browser, served.url + fragment, options)
  await ready(page)
  return page
}

test('all there is to load, what is kept for use without a network included, is at most 6 MB compressed', () => {
  const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter(each => each.isFile())
  const sizes = files.map(({ parentPath, name }) => gzipSync(readFileSync(join(parentPath, name))).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`${files.length} files, ${(total / 1e6).toFixed(2)} MB compressed`)
  expect(files.filter(({ name }) => name.endsWith('.wasm'))).toHaveLength(2)
  expect(total).toBeLessThan(6e6)
})

test('a browser that has never seen it gets to the first findings; how fast is printed', async () => {
  const times: number[] = []
  for (let visits = 0; visits < 5; visits++) {
    const { page, context } = await openPage(browser, served.url)
    await ready(page)
    times.push(Number(await page.evaluate('performance.now()')))
    expect(await codes(page)).toEqual(['TSP101', 'TSP101'])
    await context.close()
  }
  const milliseconds = times.sort((a, b) => a - b).map(Math.round)
  console.log(`ready after ${milliseconds.join(', ')} ms; load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`)
})

test('each example shows what its name promises, in the list and in the text', async () => {
  const page = await opened()
  const found: Record<string, readonly string[]> = {}
  for (const example of examples) {
    if (example !== 'vocoder') {
      const before = await page.locator('#findings').innerHTML()
      await choose(page, example)
      await expect.poll(() => page.locator('#findings').innerHTML()).not.toBe(before)
    }
    found[example] = await codes(page)
    await page.locator('#editor .squiggly-warning, #editor .squiggly-error').first().waitFor()
  }
  expect(found).toEqual({
    vocoder: ['TSP101', 'TSP101'],
    'output-padding': ['TSP102', 'TSP102', 'TSP102'],
    official: ['TSP102'],
    starred: ['TSP206', 'TSP101', 'TSP206'],
    'half-made': ['TSP401', 'TSP402', 'TSP101'],
  })
})

describe('fixes', () => {
  test('one of the list changes the text, the findings and the diff; undo takes it back', async () => {
    const page = await opened()
    await page.locator('#findings li', { hasText: 'line 14' }).getByRole('button', { name: /^Fix/ }).click()
    await expect.poll(() => codes(page)).toEqual(['TSP101'])
    expect(await drawn(page, '#editor')).toContain('import mindspore as ms')
    await page.locator('#editor .view-lines').click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => codes(page)).toEqual(['TSP101', 'TSP101'])
  })

  test("the editor's own menu has them, the safe one first, and marks an unsafe one", async () => {
    const page = await opened()
    await page.locator('#findings .go').first().click()
    await page.keyboard.press('Control+.')
    const menu = page.locator('.action-widget').first()
    await menu.waitFor()
    expect(await menu.innerText()).toContain('Replace by ms.nn.Conv1dTranspose')
    await page.keyboard.press('Enter')
    await expect.poll(() => codes(page)).toEqual(['TSP101'])
    await choose(page, 'official')
    await expect.poll(() => codes(page)).toEqual(['TSP102'])
    await page.locator('#findings .go').first().click()
    await page.keyboard.press('Control+.')
    await menu.waitFor()
    expect(await menu.innerText()).toContain('(unsafe)')
  })

  test('the diff shows the safe ones, or the unsafe ones too, and can be taken over', async () => {
    const page = await opened()
    await choose(page, 'official')
    await expect.poll(() => codes(page)).toEqual(['TSP102'])
    expect(await drawn(page, '#diff .modified')).not.toContain('mindspore')
    expect(await page.locator('#unchanged').isVisible()).toBe(true)
    expect(await page.locator('#apply').isDisabled()).toBe(true)
    await page.getByLabel('unsafe ones, too').check()
    await expect.poll(() => drawn(page, '#diff .modified')).toContain('Conv2dTranspose')
    await page.locator('#apply').click()
    await expect.poll(() => drawn(page, '#editor')).toContain('Conv2dTranspose')
    await expect.poll(() => page.locator('#findings').innerText()).toBe('Nothing found.')
  })
})

test('a long text gives way to a short one, and one that cannot be read to one that can', async () => {
  const page = await opened()
  const paste = async (text: string) => {
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
    await page.locator('#editor .view-lines').click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+v')
  }
  const call = (at: number) => `x${at} = nn.ConvTranspose1d(c, c, k${at}, s, padding=p)\n`
  const long = Array.from({ length: 200 }, (_, at) => call(at)).join('')
  await paste(`import torch.nn as nn\n${long}`)
  await expect.poll(async () => (await codes(page)).length).toBe(200)
  await paste('<script>alert(1)</script>\n')
  await expect.poll(() => codes(page)).toEqual(['TSP901'])
  await paste(`import torch.nn as nn\n${call(0)}`)
  await expect.poll(() => codes(page)).toEqual(['TSP101'])
  await expect.poll(() => drawn(page, '#diff .modified')).toContain('Conv1dTranspose')
})

describe('the call under the cursor', () => {
  test('has its arguments, its proof and what was refuted', async () => {
    const page = await opened()
    await choose(page, 'official')
    await expect.poll(() => page.locator('#call').innerText()).toContain("pad_mode='same'")
    const text = await page.locator('#call').innerText()
    expect(text).toContain('proved for all values')
    expect(text).toContain('at [0, 0, 0] torch has')
    expect(await page.locator('#call tbody tr', { hasText: 'output_padding' }).innerText()).toContain('2')
  })

  test('is another one when the cursor moves', async () => {
    const page = await opened()
    expect(await page.locator('#call pre').innerText()).toContain('(k - u) // 2')
    await page.locator('#findings .go').nth(1).click()
    await expect.poll(() => page.locator('#call pre').innerText()).toContain('bias=False')
  })
})

describe('the windows', () => {
  const rows = (page: Page) => page.locator('#windows tr').allInnerTexts()

  test('begin with the sizes of the call, and move with each slider', async () => {
    const page = await opened()
    await choose(page, 'official')
    const kernel = page.getByLabel('k kernel_size')
    await expect.poll(() => page.getByLabel('op output_padding').inputValue()).toBe('2')
    expect(await kernel.inputValue()).toBe('5')
    for (const name of ['L', 'k kernel_size', 's stride', 'p padding', 'op output_padding', 'd dilation']) {
      const before = await page.locator('#windows').innerHTML()
      await page.getByLabel(name, { exact: true }).focus()
      await page.keyboard.press(name.startsWith('op') ? 'ArrowLeft' : 'ArrowRight')
      expect(await page.locator('#windows').innerHTML(), name).not.toBe(before)
    }
    await page.getByRole('button', { name: 'Back to the call' }).click()
    expect(await kernel.inputValue()).toBe('5')
  })

  test('are those of torch and of the three modes', async () => {
    const page = await opened()
    await choose(page, 'official')
    await expect.poll(() => page.getByLabel('op output_padding').inputValue()).toBe('2')
    const [, ...windows] = (await rows(page)).map(row => row.split(/\s+/).filter(Boolean))
    expect(windows).toEqual([
      ['torch', '2', '12'],
      ["'pad'", '2', '10', '≠'],
      ["'same'", '1', '12', '≠'],
      ["'valid'", '0', '14', '≠'],
    ])
  })

  test('say what torch raises where it does', async () => {
    const page = await opened()
    const slider = page.getByLabel('op output_padding')
    await slider.focus()
    await page.keyboard.press('End')
    expect(await page.locator('#windows').innerText()).toContain('output padding must be smaller')
  })
})

describe('a link', () => {
  test('brings back the text and the settings', async () => {
    const page = await opened()
    await choose(page, 'starred')
    await page.locator('summary').click()
    await page.getByLabel(/compat-module/).fill('pkg.compat')
    await page.getByLabel(/mindspore-version/).fill('2.7.0')
    await page.getByLabel(/device-target/).selectOption('Ascend')
    await page.getByLabel(/TSP403/).check()
    await expect.poll(() => codes(page)).toContain('TSP103')
    const shown = await codes(page)
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await expect.poll(() => status(page)).toContain('Copied')
    const link = String(await page.evaluate('navigator.clipboard.readText()'))
    const { hash } = new URL(link)

    const other = await opened({}, hash)
    expect(await codes(other)).toEqual(shown)
    expect(await drawn(other, '#editor')).toBe(await drawn(page, '#editor'))
    await other.locator('summary').click()
    expect(await other.getByLabel(/compat-module/).inputValue()).toBe('pkg.compat')
    expect(await other.getByLabel(/mindspore-version/).inputValue()).toBe('2.7.0')
    expect(await other.getByLabel(/device-target/).inputValue()).toBe('Ascend')
    expect(await other.getByLabel(/TSP403/).isChecked()).toBe(true)
    expect(await other.locator('[name=example]').inputValue()).toBe('own-text')
  })

  test('of a text that is too long is not made, and the page says so', async () => {
    const page = await opened()
    await page.locator('#editor .view-lines').click()
    const noise = Array.from({ length: 3000 }, (_, at) => `${(at * 2654435761) % 4294967296}`).join('\n')
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(noise)})`)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+v')
    await expect.poll(() => codes(page)).toEqual([])
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await expect.poll(() => status(page)).toContain('too long for a link')
    expect(new URL(page.url()).hash).toBe('')
  })

  test('that is damaged is said to be so', async () => {
    const page = await opened({}, '#1.notone')
    expect(await status(page)).toContain('damaged')
    expect(await codes(page)).toEqual(['TSP101', 'TSP101'])
  })
})

test('works without a network once it is loaded, in the other language too', async () => {
  const { page, context } = await openPage(browser, served.url)
  await ready(page)
  await page.evaluate('navigator.serviceWorker.ready.then(() => {})')
  await context.setOffline(true)
  await page.reload()
  await ready(page)
  expect(await codes(page)).toEqual(['TSP101', 'TSP101'])
  await page.getByLabel('Language').selectOption('zh-CN')
  await page.reload()
  await ready(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(await page.locator('#findings li').first().innerText()).toContain('等同于')
  await page.locator('#findings li').first().getByRole('button', { name: /^修复/ }).click()
  await expect.poll(() => codes(page)).toEqual(['TSP101'])
})

test('every fixed word is there, in both languages', async () => {
  const page = await opened()
  const texts = () => page.locator('[data-label]').allTextContents()
  const english = await texts()
  await page.getByLabel('Language').selectOption('zh-CN')
  const chinese = await texts()
  expect([...english, ...chinese].filter(text => text === '' || text === 'undefined')).toEqual([])
  expect(chinese.filter(text => english.includes(text)).sort()).toEqual(['PyTorch'])
})

test('an engine that cannot be loaded is told of', async () => {
  const { page, context } = await openPage(browser, 'about:blank')
  await context.route('**/*.wasm', route => route.abort())
  await page.goto(served.url)
  await expect.poll(() => status(page)).toContain('internal error')
  await context.unroute('**/*.wasm')
  await choose(page, 'official')
  await expect.poll(() => codes(page)).toEqual(['TSP102'])
})

test('with the keyboard alone everything can be reached, and Esc leaves the editor', async () => {
  const page = await opened()
  const focused = `(() => {
    const at = document.activeElement
    const pane = at.closest('.pane')
    if (pane) return pane.id
    return at.name || at.id || at.className || at.localName
  })()`
  const order: unknown[] = []
  const press = async (key: string) => {
    await page.keyboard.press(key)
    order.push(await page.evaluate(focused))
  }
  for (let presses = 0; presses < 7; presses++) await press('Tab')
  expect(order.splice(0)).toEqual(['skip', 'example', 'locale', 'theme', 'share', 'summary', 'editor'])
  await press('Escape')
  expect(order.splice(0)).toEqual(['go'])
  for (let presses = 0; presses < 4; presses++) await press('Tab')
  expect(order.splice(0)).toEqual(['safe', 'go', 'safe', 'wide'])
  for (let presses = 0; presses < 6; presses++) await press('Tab')
  expect(order.splice(0)).toEqual(['L', 'kernel_size', 'stride', 'padding', 'output_padding', 'dilation'])
  await page.getByLabel('safe fixes').first().focus()
  for (let presses = 0; presses < 4; presses++) await press('Tab')
  expect(order.splice(0)).toEqual(['apply', 'copy', 'diff', 'go'])
})

describe.each(['light', 'dark'] as const)('in the %s', colorScheme => {
  test('every text can be read', async () => {
    const page = await opened({ colorScheme })
    expect(await page.locator(`#editor .monaco-editor.vs${colorScheme === 'dark' ? '-dark' : ''}`).count()).toBe(1)
    await page.locator('summary').click()
    // The editor colours its text itself.
    await page.evaluate("for (const pane of document.querySelectorAll('.pane')) pane.remove()")
    const ratios: Readonly<Record<string, number>> = await page.evaluate(contrasts)
    expect(Object.keys(ratios)).toContain('small.')
    expect(Object.entries(ratios).filter(([, ratio]) => ratio < 4.5)).toEqual([])
  })

  test("can be changed against the system's, for good", async () => {
    const page = await opened({ colorScheme })
    const other = colorScheme === 'dark' ? 'light' : 'dark'
    const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const before = await paper()
    await page.getByLabel('Colours').selectOption(other)
    const after = await paper()
    expect(after).not.toBe(before)
    await page.reload()
    await ready(page)
    expect(await paper()).toBe(after)
    expect(await page.locator(`#editor .monaco-editor.vs${other === 'dark' ? '-dark' : ''}`).count()).toBe(1)
  })
})

test.each([360, 768, 2560])('at a width of %d nothing reaches beyond it', async width => {
  const page = await opened({ viewport: { width, height: 800 } })
  await page.locator('summary').click()
  for (const example of examples) {
    await choose(page, example)
    await expect.poll(() => page.locator('#call pre').count()).toBe(1)
    expect(await page.evaluate('document.documentElement.scrollWidth'), example).toBe(width)
  }
})
