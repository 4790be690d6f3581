import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { launch } from '../browser/chromium.ts'
import { codeServers } from './programs.ts'
import { rewritten, sample } from './sample.ts'
import { CodeServer } from './vscode/code_server.ts'
import { Workbench } from './vscode/workbench.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')
/** Milliseconds; a machine may be busy. */
const patience = { timeout: 60_000 }
const themes = ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast', 'Default High Contrast Light']
const other = `import torch\n\nlayer = torch.nn.ConvTranspose1d(8, 4, 7, stride=3, padding=2, dilation=2)\n`

describe.each(codeServers)('%s', program => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'torchspore-vscode-')))
  const workspace = join(folder, 'models')
  const file = join(workspace, 'layers.py')
  let server: CodeServer
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(workspace)
    browser = await launch()
    server = await CodeServer.start(program, folder)
  })

  afterAll(async () => {
    await browser.close()
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A window on the folder with its two files as they were. */
  async function open(settings: Readonly<Record<string, unknown>> = {}, calls = 2): Promise<Workbench> {
    CodeServer.setUp(folder, settings)
    writeFileSync(file, sample)
    writeFileSync(join(workspace, 'other.py'), other)
    const page = await browser.newPage({ viewport: { width: 1360, height: 860 } })
    page.setDefaultTimeout(120_000)
    const workbench = await Workbench.open(page, server.url, workspace)
    onTestFinished(async () => {
      await workbench.shoot(`end_${expect.getState().currentTestName?.split(' > ').at(-1)?.replace(/\W+/g, '_')}`)
      await page.close()
    })
    await workbench.openFile('layers.py')
    if (calls > 0)
      await workbench
        .squiggles('warning')
        .nth(calls - 1)
        .waitFor()
    return workbench
  }

  test('underlines each call, and lists it among the problems', async () => {
    const workbench = await open()
    const rows = await workbench.problems()
    await rows.filter({ hasText: 'TSP101' }).nth(1).waitFor()
    const shown = (await rows.allInnerTexts()).join('\n')
    // Columns of UTF-16 units, behind an emoji and Chinese.
    expect(shown).toMatch(/Conv1dTranspose here\s+torchspore\s+TSP101\s+\[Ln 7, Col 22\]\s+proved for all values/)
    expect(shown).toMatch(/TSP101\s+\[Ln 8, Col 18\]/)
    await workbench.shoot('problems')
  })

  test('shows the mapping and the proof where the pointer rests', async () => {
    const workbench = await open()
    await workbench.name("'😀'").hover()
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'pad_mode' })
    await hover.waitFor()
    await workbench.shoot('hover')
    expect(await hover.innerText()).toContain('first sample 1, length')
  })

  test('the quick fix rewrites the call under the cursor, in the editor and, once saved, on the disk', async () => {
    const workbench = await open()
    await workbench.name("'😀'").click()
    const titles = await workbench.quickFix('Replace by ms.nn.Conv1dTranspose')
    expect(titles.join('\n')).toContain('Ignore TSP101 on this line')
    await workbench.text('has_bias=True').waitFor()
    await workbench.save()
    expect(readFileSync(file, 'utf8')).toBe(rewritten(1))
  })

  test('fixes the file', async () => {
    const workbench = await open()
    await workbench.run('torchspore: Fix this file')
    await expect.poll(() => workbench.squiggles('warning').count(), patience).toBe(0)
    await workbench.save()
    expect(readFileSync(file, 'utf8')).toBe(rewritten(0, 1))
  })

  test('fixes the workspace, once the preview is accepted', async () => {
    const workbench = await open()
    await workbench.run('torchspore: Fix the workspace, with a preview')
    await workbench.page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'other.py' }).waitFor()
    await workbench.shoot('preview')
    expect(readFileSync(join(workspace, 'other.py'), 'utf8')).toBe(other)
    await workbench.page.locator('.bulk-edit-panel').getByRole('button', { name: 'Apply' }).click()
    await expect.poll(() => readFileSync(join(workspace, 'other.py'), 'utf8'), patience).toContain('has_bias=True')
    await workbench.save()
    expect(readFileSync(file, 'utf8')).toBe(rewritten(0, 1))
  })

  test('says how the server is, and starts it anew', async () => {
    const workbench = await open()
    await expect.poll(() => workbench.status(), patience).toContain(`torchspore ${manifest.version} running`)
    await workbench.shoot('status')
    await workbench.run('torchspore: Restart server')
    await workbench.squiggles('warning').first().waitFor()
    await expect.poll(() => workbench.status(), patience).toContain(`torchspore ${manifest.version} running`)
  })

  test('takes the settings, until the folder has its own', async () => {
    const workbench = await open({ 'torchspore.configuration': { ignore: ['TSP101'] } }, 0)
    await expect.poll(() => workbench.status(), patience).toContain('running')
    expect(await workbench.squiggles('warning').count()).toBe(0)
    writeFileSync(join(workspace, 'torchspore.toml'), '')
    onTestFinished(() => rmSync(join(workspace, 'torchspore.toml')))
    await workbench.squiggles('warning').nth(1).waitFor()
  })

  test("runs a person's own torchspore, again when it dies, and says so where there is none", async () => {
    const own = join(folder, 'own')
    writeFileSync(own, `#!/bin/sh\necho $$ > '${own}.pid'\nexec '${cli}' "$@"\n`, { mode: 0o755 })
    const started = () => Number(readFileSync(`${own}.pid`, 'utf8'))
    const workbench = await open({ 'torchspore.path': own })
    const first = started()
    process.kill(first, 'SIGKILL')
    await expect.poll(started, patience).not.toBe(first)
    await expect.poll(() => workbench.status(), patience).toContain('running')
    await workbench.squiggles('warning').nth(1).waitFor()
    CodeServer.setUp(folder, { 'torchspore.path': join(folder, 'missing') })
    await workbench.page.locator('.notification-toast', { hasText: 'is the setting torchspore.path right?' }).waitFor()
    await workbench.shoot('missing')
    await expect.poll(() => workbench.status(), patience).toContain('torchspore not running')
    CodeServer.setUp(folder, { 'torchspore.enable': false })
    await workbench.squiggles('warning').first().waitFor({ state: 'detached' })
    await expect.poll(() => workbench.status(), patience).toContain('switched off by torchspore.enable')
  })

  test.each(themes)('shows the picture of a call in %s', async theme => {
    const workbench = await open({ 'workbench.colorTheme': theme })
    await workbench.name("'😀'").click()
    await workbench.run('torchspore: Verify the call under the cursor')
    const page = workbench.webview()
    await page.locator('svg rect.kept').first().waitFor()
    await workbench.shoot(`panel_${theme.replace(/\W+/g, '_')}`)
    expect(await page.locator('pre').innerText()).toContain('proved for all values')
    const fill = (kind: string) =>
      page.locator('body').evaluate(`getComputedStyle(document.querySelector('svg rect.${kind}')).fill`)
    const [same, other] = await Promise.all([fill('kept.same'), fill('kept.other')])
    expect([same, other]).toEqual([expect.stringMatching(/^rgb/), expect.stringMatching(/^rgb/)])
    expect(same).not.toBe(other)
  })
})
