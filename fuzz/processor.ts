/** The seconds that a processor has worked for this process: what else the machine does, and being stopped, do not count. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
