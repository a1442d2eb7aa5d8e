import { app } from 'electron'

/** The flag of a start that stays in the tray. */
export const hiddenFlag = '--hidden'

/** True when a start with these arguments was made by the session's login and not by a person. */
export function startsHidden(argv: readonly string[]): boolean {
  return argv.includes(hiddenFlag)
}

/**
 * Makes this the only Leasebar on its data folder. False when another one runs: it has been told and shows its window
 * (unless this start was to stay in the tray), and this one has to end without touching the data.
 */
export function becomeOnlyInstance(onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, argv) => {
    if (!startsHidden(argv)) onSecondStart()
  })
  return true
}
