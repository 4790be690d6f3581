import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const { CHROMIUM = '' } = process.env
const places = [CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Starts Chromium without its look-ups in the network. */
export function launch(): Promise<Browser> {
  const executablePath = places.find(place => existsSync(place))
  if (!executablePath) throw new Error('there is no Chromium: install it, or name it in CHROMIUM')
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync']
  return chromium.launch({ executablePath, args })
}
