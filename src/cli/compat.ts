import { compatModule } from '../engine/compat_module.ts'
import type { Output } from './output.ts'
import type { ExitStatus } from './run.ts'

/** `torchspore compat`: the module that `compat-module` names. */
export function compat(output: Output): ExitStatus {
  output.out(compatModule)
  return 0
}
