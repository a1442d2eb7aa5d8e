import { z } from 'zod'
import { checkApiAddress, vendorApiUrl } from '../../shared/domain/rules/apiAddress.ts'
import { words } from '../../shared/words/words.ts'
import { answerToOf, startsDue, startsHidden } from '../desktop/startFlags.ts'

/** What the start says: flags and environment, read once and checked. */
export interface StartOptions {
  /** The API address that the connect form offers. */
  readonly defaultApiUrl: string
  /** Words about a `LEASEBAR_API_URL` that cannot be used; null when there is none or it is fine. */
  readonly apiUrlProblem: string | null
  /** `--practice`: a practice account is connected at start. */
  readonly practice: boolean
  /** `--hidden`: started by the session's login, stays in the tray. */
  readonly hidden: boolean
  /** `--renew-due`: the window opens on the plan of all that is due. */
  readonly renewDue: boolean
  /** Where a command can be fetched that this start is to carry out; null: none. */
  readonly answerTo: string | null
}

/**
 * Words for an environment that would write the API key to the terminal; null when it does not. Node's debug output of
 * the HTTP client prints addresses, the key is a part of the address (API.md, Transport), and Node has read the
 * variable before any code of ours runs: it can only be refused.
 */
export function leakyEnvironment(env: Readonly<Record<string, string | undefined>>): string | null {
  if ((env.NODE_DEBUG ?? '').trim() === '') return null
  return words().app.start.nodeDebug
}

/**
 * Words for a start that would let others into the app: Chromium's debugging port is open to every user of the machine,
 * and whoever gets there is the page. Null where it is not asked for, in development, and where Node's inspector is open
 * anyway: that takes a fuse which a package has off (scripts/package/fuses.mjs).
 */
export function openToDebuggers(start: {
  readonly packaged: boolean
  readonly hasSwitch: (name: string) => boolean
  readonly inspected: boolean
}): string | null {
  const asked = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'].some(
    start.hasSwitch,
  )
  return start.packaged && asked && !start.inspected ? words().app.start.debugger : null
}

const environmentSchema = z.object({ LEASEBAR_API_URL: z.string().optional() })

/** Reads flags and environment. A bad address is refused in words and the vendor's own stands in. */
export function readStart(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const { LEASEBAR_API_URL: wanted = '' } = environmentSchema.parse(env)
  const checked = wanted.trim() === '' ? null : checkApiAddress(wanted)
  return {
    defaultApiUrl: checked?.ok ? checked.value : vendorApiUrl,
    apiUrlProblem: checked && !checked.ok ? words().app.start.addressNotUsed(checked.error) : null,
    practice: argv.includes('--practice'),
    hidden: startsHidden(argv),
    renewDue: startsDue(argv),
    answerTo: answerToOf(argv),
  }
}
