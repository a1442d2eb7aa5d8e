import { z } from 'zod'
import { amountSchema } from './money.ts'

/** An account's id: made by Leasebar, also its name in the OS keychain. */
export const accountIdSchema = z.uuid()

/**
 * What is known of an account's API key. `absent`: never stored or taken out. `locked`: the keychain is there and
 * shut. `unavailable`: no keychain answers. `waiting`: it is asking the person. Null from a keychain is not absence
 * (a locked one says the same), which is why a marker is kept beside it.
 */
export const keyStateSchema = z.enum(['ok', 'absent', 'locked', 'unavailable', 'waiting'])
/** What is known of an account's API key. */
export type KeyState = z.infer<typeof keyStateSchema>

/** One vendor account as windows see it. The key itself never is part of it. */
export const accountSchema = z.object({
  id: accountIdSchema,
  name: z.string().min(1).max(80),
  kind: z.enum(['vendor', 'practice']),
  /** Origin of the vendor's API, such as `https://youproxy.io`. */
  apiUrl: z.string().max(300),
  keyState: keyStateSchema,
  /** True when the vendor said that it does not know this key (error 2), until it takes one again. */
  keyRefused: z.boolean(),
  /** The key's last four characters, to tell keys apart; null when unknown or the key is too short to show any. */
  keyTail: z.string().max(4).nullable(),
  /** True when the key lives in memory only and is gone at quitting. */
  sessionOnly: z.boolean(),
  /** Warn when the balance falls below this; null: no warning. */
  warnBelow: amountSchema.nullable(),
  /** The guard asks when a renewal's price is over this; null: no limit. */
  renewalLimit: amountSchema.nullable(),
  /** The guard asks when a day's renewals would pass this; null: no limit. */
  dayLimit: amountSchema.nullable(),
})
/** One vendor account as windows see it. */
export type Account = z.infer<typeof accountSchema>
