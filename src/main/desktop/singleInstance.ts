import { app } from 'electron'
import { z } from 'zod'

/** The flag of a start that stays in the tray. */
export const hiddenFlag = '--hidden'
/** The flag of a start that is to fetch a command, with its place behind it. */
export const answerToFlag = '--answer-to='

/** What a start brings for the Leasebar that runs: where its command can be fetched. */
const fetchPlaceSchema = z.object({ answerTo: z.string().min(1).max(1000) })
/** Where a command can be fetched. */
export type FetchPlace = z.infer<typeof fetchPlaceSchema>

/** What a second start asks for. */
export interface SecondStart {
  /** It was made by a person, who wants to see the window. */
  readonly onShow: () => void
  /** `--renew-due`: the plan of all that is due is to be shown. */
  readonly onRenewDue: () => void
  /** It brings a command, to be fetched at that place. */
  readonly onCommand: (answerTo: string) => void
}

/** The flag of the launcher's `Renew all due…`: the plan opens in the window. */
const renewDueFlag = '--renew-due'

/** True when a start with these arguments was made by the session's login and not by a person. */
export function startsHidden(argv: readonly string[]): boolean {
  return argv.includes(hiddenFlag)
}

/** True when a start is to open the plan of all that is due. */
export function startsDue(argv: readonly string[]): boolean {
  return argv.includes(renewDueFlag)
}

/** The place of the command that a start is to fetch; null: it brings none. */
export function answerToOf(argv: readonly string[]): string | null {
  return argv.find((argument) => argument.startsWith(answerToFlag))?.slice(answerToFlag.length) || null
}

/**
 * Makes this the only Leasebar on its data folder. False when another one runs: it has been told what this start wants,
 * and this one has to end without touching the data.
 */
export function becomeOnlyInstance(argv: readonly string[], second: SecondStart): boolean {
  const answerTo = answerToOf(argv)
  if (!app.requestSingleInstanceLock(answerTo === null ? {} : { answerTo })) return false
  app.on('second-instance', (_event, args, _folder, brought) => {
    const place = fetchPlaceSchema.safeParse(brought)
    if (place.success) second.onCommand(place.data.answerTo)
    else if (startsDue(args)) second.onRenewDue()
    else if (!startsHidden(args)) second.onShow()
  })
  return true
}
