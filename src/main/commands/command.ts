import { z } from 'zod'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'

/** The longest name of a group or account that a command may give. Names are at most 80 characters, ids 36. */
const longestName = 200
const name = z.string().trim().min(1).max(longestName)

/**
 * What a script asks of the running Leasebar: to renew a group, or to read a balance. Groups and accounts go by their
 * name or their id; without an account it is looked for in all of them. `show`: the window is shown with it.
 */
export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('renew'), group: name, account: name.nullable() }),
  z.object({ kind: z.literal('check-balance'), account: name.nullable(), show: z.boolean() }),
])
/** What a script asks of the running Leasebar. */
export type Command = z.infer<typeof commandSchema>

/** Exit codes of a command, for scripts. They never change. */
export const exitCodes = {
  /** Renewed; or the balance was read. */
  done: 0,
  /** Refused or not sent: nothing was paid; or the balance could not be read. */
  notDone: 1,
  /** It may or may not have been paid. */
  unknown: 2,
  /** The guard asks; its question is open in the window, and nothing was paid. */
  asks: 3,
  /** The command could not be understood, or names nothing that there is. */
  usage: 4,
} as const

/** The one line of JSON that a command prints. Sums are decimal text; null: not known, or nothing of the kind. */
export const commandLineSchema = z.object({
  group: z.string().max(longestName).nullable(),
  outcome: z.enum(['renewed', 'refused', 'not sent', 'unknown', 'not renewed']).nullable(),
  price: z.string().max(40).nullable(),
  currency: z.string().max(20).nullable(),
  balance: z.string().max(40).nullable(),
  message: z.string().max(1200),
})
/** What came of a command: its line, and the code that it ends with. */
export const commandReplySchema = z.object({ exit: z.int().min(0).max(4), line: commandLineSchema })
/** What came of a command. */
export type CommandReply = z.infer<typeof commandReplySchema>

/** A reply that is nothing but words. */
export function said(exit: number, message: string, group: string | null = null): CommandReply {
  return { exit, line: { group, outcome: null, price: null, currency: null, balance: null, message } }
}

/**
 * Reads a command from the arguments of a start; null: it is none. `--renew=NAME`, `--check-balance`, with either
 * `--account=NAME`. What else there is belongs to Electron and Chromium. The error is a sentence for who typed it.
 */
export function readCommand(argv: readonly string[]): Result<Command | null, string> {
  const renews = valuesOf(argv, 'renew')
  const checks = valuesOf(argv, 'check-balance')
  if (renews.length === 0 && checks.length === 0) return ok(null)
  const { usage } = words().commands
  if (renews.length + checks.length > 1) return err(usage.several)
  const accounts = valuesOf(argv, 'account')
  if (accounts.length > 1) return err(usage.several)
  const account = accounts[0] ?? null
  const asked =
    checks.length > 0
      ? { kind: 'check-balance', account, show: argv.includes('--show') }
      : { kind: 'renew', group: renews[0] ?? '', account }
  if (checks[0] !== undefined && checks[0] !== '') return err(usage.noValue)
  const command = commandSchema.safeParse(asked)
  return command.success ? ok(command.data) : err(usage.name)
}

/** What follows a flag's `=`, each time that it is there; empty where it has no `=`. */
function valuesOf(argv: readonly string[], flag: string): string[] {
  return argv.flatMap((argument) => {
    if (argument === `--${flag}`) return ['']
    return argument.startsWith(`--${flag}=`) ? [argument.slice(flag.length + 3)] : []
  })
}
