import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { createRedactor } from '../vendor/redact.ts'

/** How much a line matters; a log keeps what matters as much as its own level, or more. */
export const levels = ['debug', 'info', 'warning', 'error'] as const
/** How much a line matters. */
export type Level = (typeof levels)[number]

/** Says what happens, for whoever looks into a problem. No line holds a key, a login or an order's address. */
export type Log = { readonly [level in Level]: (line: string) => void }

/** The longest line. */
const longest = 2000

/** Takes whatever follows the API's path out of a line: it is the key (API.md, Transport). */
const redact = createRedactor('')

/** The level that is asked for; what is none is `info`. */
export function levelOf(asked: string | undefined): Level {
  return levels.find((level) => level === asked?.trim().toLowerCase()) ?? 'info'
}

/**
 * Makes a log. Each line gets its time and level, stands on one line, is bounded and redacted, whoever wrote it.
 * `now`: ms since the epoch.
 */
export function createLog(parts: {
  readonly level: Level
  readonly now: () => number
  readonly write: (line: string, level: Level) => void
}): Log {
  const least = levels.indexOf(parts.level)
  const at = (level: Level) => (line: string) => {
    if (levels.indexOf(level) < least) return
    const time = new Date(parts.now()).toISOString()
    parts.write(`${time} ${level} ${cleanVendorText(redact(line), longest)}`, level)
  }
  return { debug: at('debug'), info: at('info'), warning: at('warning'), error: at('error') }
}
