/** The flag of a start that stays in the tray. */
export const hiddenFlag = '--hidden'
/** The flag of a start that is to fetch a command, with its place behind it. */
export const answerToFlag = '--answer-to='
/** The flag of the launcher's `Renew all due…`: the plan opens in the window. */
const renewDueFlag = '--renew-due'

/** What a start was to do once, and a restart is not to do again. */
export const onceFlags: readonly string[] = [hiddenFlag, renewDueFlag, answerToFlag.slice(0, -1)]

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
