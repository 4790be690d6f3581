/** Preloaded into the measured process: on exit, adds a line with its peak memory in MB to the file CORPUS_PEAK. */
import { appendFileSync, readFileSync } from 'node:fs'

/** Linux hands a parent's peak down through exec in maxRSS; VmHWM is this program's own. */
function peakKilobytes() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}

process.on('exit', () => appendFileSync(process.env.CORPUS_PEAK, `${peakKilobytes() / 1024}\n`))
