import { app } from 'electron'
import { z } from 'zod'
import { safely } from '../../shared/safely.ts'
import { answerToOf, startsDue, startsHidden } from './startFlags.ts'

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

/**
 * Makes this the only Leasebar on its data folder. False when another one runs: it has been told what this start wants,
 * and this one has to end without touching the data.
 */
export function becomeOnlyInstance(argv: readonly string[], second: SecondStart): boolean {
  const answerTo = answerToOf(argv)
  if (!app.requestSingleInstanceLock(answerTo === null ? {} : { answerTo })) return false
  app.on('second-instance', (_event, args, _folder, brought) => {
    const place = safely(fetchPlaceSchema, brought)
    if (place.success) second.onCommand(place.data.answerTo)
    else if (startsDue(args)) second.onRenewDue()
    else if (!startsHidden(args)) second.onShow()
  })
  return true
}
