import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FrameLocator, Locator, Page } from 'playwright-core'

const { TORCHSPORE_SCREENSHOTS: screenshots } = process.env

/** The window of a VS Code in a browser, as a person uses it. */
export class Workbench {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  /** Opens a folder. */
  static async open(page: Page, url: string, folder: string): Promise<Workbench> {
    await page.goto(`${url}?folder=${encodeURIComponent(folder)}`)
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor()
    return new Workbench(page)
  }

  async openFile(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick()
    await this.page.locator('.tab.active', { hasText: name }).waitFor()
    await this.page.locator('.editor-instance .view-line').first().waitFor()
  }

  /** Runs a command by its title, as the palette shows it. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1')
    const box = this.page.locator('.quick-input-widget input[type=text]')
    await box.waitFor()
    await box.fill(`>${title}`)
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first()
    await row.waitFor()
    await row.click()
  }

  /** The text of the line that holds a text, where it is seen. */
  text(part: string): Locator {
    return this.page.locator('.editor-instance .view-line', { hasText: part })
  }

  /** A call's name, as the editor shows it underlined. */
  name(line: string, name = 'ConvTranspose1d'): Locator {
    return this.text(line).locator('span', { hasText: name }).last()
  }

  squiggles(kind: 'info' | 'warning' | 'error'): Locator {
    return this.page.locator(`.squiggly-${kind}`)
  }

  /** The rows below a file in the Problems view. */
  async problems(): Promise<Locator> {
    const panel = this.page.locator('.markers-panel')
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M')
    await panel.waitFor()
    return panel.locator('.monaco-list-row')
  }

  /** Chooses a quick fix where the cursor is. */
  async quickFix(title: string): Promise<readonly string[]> {
    await this.page.keyboard.press('Control+.')
    const items = this.page.locator('.action-widget .monaco-list-row.action')
    await items.filter({ hasText: title }).first().waitFor()
    const titles = await items.allInnerTexts()
    await this.shoot('quick_fix')
    // The preferred one is chosen already; the pointer is caught by a sheet below the menu.
    await this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title }).waitFor()
    await this.page.keyboard.press('Enter')
    return titles
  }

  /** What stands behind the braces in the status bar of torchspore; empty as long as it is not there. */
  async status(): Promise<string> {
    await this.text('import torch').hover()
    await this.page.locator('[id="status.languageStatus"]').hover()
    const items = this.page.locator('.hover-language-status', { hasText: 'torchspore' })
    await items
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => {})
    return (await items.allInnerTexts()).join(' ').replace(/\s+/g, ' ')
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S')
    await this.page.locator('.tab.active:not(.dirty)').waitFor()
  }

  /** The page within a webview. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
  }

  /** Keeps a picture of the window for a person, where TORCHSPORE_SCREENSHOTS names a folder. */
  async shoot(name: string): Promise<void> {
    if (!screenshots) return
    mkdirSync(screenshots, { recursive: true })
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) })
  }
}
