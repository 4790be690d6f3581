import type { Command } from 'commander'
import type { Verified } from '../engine/verified.ts'
import { reasonOf } from '../host/failure.ts'
import { loadChecker } from '../host/load_checker.ts'
import { UsageError } from '../host/usage_error.ts'
import { writeNew } from '../host/write_new.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { verificationJson } from '../report/verify_json.ts'
import { verificationSvg } from '../report/verify_svg.ts'
import { verificationText } from '../report/verify_text.ts'
import { type LocaleFlags, localeOption } from './flags.ts'
import { localeHere } from './locale.ts'
import { type Output, wantsColours, warningLine } from './output.ts'
import type { ExitStatus } from './run.ts'

/** The options of `verify`, as commander names them. */
export interface VerifyFlags extends LocaleFlags {
  readonly against?: string
  readonly json?: true
  readonly svg?: string
}

/** Adds `verify` to the commands. */
export function addVerify(program: Command, output: Output, exit: (status: ExitStatus) => void): void {
  program
    .command('verify')
    .description('show what one call becomes, the proof, sample runs, and a picture of what each layer keeps')
    .argument('<call>', "such as 'nn.ConvTranspose1d(64, 32, k, u, padding=p)'; '-' is standard input")
    .option('--against <call>', "certify this port instead, such as 'ms.nn.Conv1dTranspose(64, 32, k, u)'")
    .option('--json', 'print the rewrite and the certificate as JSON')
    .option('--svg <file>', 'write the picture to this file, too')
    .addOption(localeOption())
    .action(async (call: string, flags: VerifyFlags) => exit(await verify(call, flags, output)))
}

/**
 * `torchspore verify`: 0 when the rewrite, or the port, is proved; else 1.
 * @throws UsageError when one of the two texts is no call to verify, or the picture cannot be written
 */
export async function verify(call: string, flags: VerifyFlags, output: Output): Promise<ExitStatus> {
  const { against, json, svg } = flags
  const locale = localeHere(flags)
  const text = call === '-' ? await readStdin() : call
  const verified = (await loadChecker()).verify(text, against ?? null)
  const verification = usable(verified, locale)
  if (svg !== undefined) drawInto(svg, verificationSvg(verification, locale), output)
  const shown = json ? verificationJson : verificationText
  output.out(shown(verification, { colours: wantsColours(process.stdout), locale }))
  return verification.certificate.status === 'proved' ? 0 : 1
}

function usable(verified: Verified, locale: Locale): Exclude<Verified, { kind: 'unusable' }> {
  if (verified.kind === 'verified') return verified
  const message = say(verified.message, locale)
  throw new UsageError(verified.which === 'against' ? `--against: ${message}` : message)
}

function drawInto(file: string, svg: string | null, output: Output): void {
  const reason = svg === null ? null : writeNew(file, svg)
  if (svg === null) output.err(warningLine(`${file} is not written: the sizes of the layer are not known`))
  if (reason !== null) throw new UsageError(`${file}: the picture cannot be written: ${reason}`)
}

async function readStdin(): Promise<string> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of process.stdin) pieces.push(Buffer.from(piece))
  } catch (error) {
    throw new UsageError(`standard input cannot be read: ${reasonOf(error)}`)
  }
  return Buffer.concat(pieces).toString('utf8')
}
