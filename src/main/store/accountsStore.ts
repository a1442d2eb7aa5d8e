import { z } from 'zod'
import { accountIdSchema } from '../../shared/domain/account.ts'
import { amountSchema } from '../../shared/domain/money.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { DiskProblem } from './diskProblem.ts'
import { Records, type StoreParts } from './records.ts'
import type { BoxedChange } from './writer.ts'

/** An account as it is kept: everything but the key, of which only a marker and its last four characters are. */
export const storedAccountSchema = z.object({
  id: accountIdSchema,
  name: z.string().min(1).max(80),
  kind: z.enum(['vendor', 'practice']),
  /** Origin of the vendor's API. */
  apiUrl: z.string().max(300),
  /** True when a key was put into the keychain: null from a locked keychain is not absence. */
  keyStored: z.boolean(),
  keyTail: z.string().max(4).nullable(),
  warnBelow: amountSchema.nullable(),
  renewalLimit: amountSchema.nullable(),
  dayLimit: amountSchema.nullable(),
  /** Ms since the epoch. */
  createdAt: z.number(),
})
/** An account as it is kept. */
export type StoredAccount = z.infer<typeof storedAccountSchema>

/** The accounts, without their keys. */
export interface AccountsStore {
  /** Oldest first. */
  readonly list: () => StoredAccount[]
  readonly get: (id: string) => StoredAccount | null
  /** Fields that an account does not have are left out, so that nothing else (a key) can come in with it. */
  readonly save: (account: StoredAccount) => Result<void, DiskProblem>
  /** Takes its groups, balances, thresholds and orders with it. Its journal rows stay: history is never lost. */
  readonly remove: (id: string) => Result<void, DiskProblem>
}

/** Makes the accounts' part of the store. */
export function accountsStore(parts: StoreParts, groupsOf: (accountId: string) => string[]): AccountsStore {
  const records = new Records(parts, 'accounts', storedAccountSchema)
  return {
    list: () => [...records.all().values()].sort((a, b) => a.createdAt - b.createdAt || byText(a.id, b.id)),
    get: (id) => records.all().get(id) ?? null,
    save: (account) =>
      parts.writer.write(
        [{ table: 'accounts', id: account.id, row: storedAccountSchema.parse(account) }],
        'wish',
      ),
    remove: (id) => {
      const groups = groupsOf(id).map((group): BoxedChange => ({ table: 'groups', id: group, drop: true }))
      return parts.writer.write([...groups, { table: 'accounts', id, drop: true }], 'wish')
    },
  }
}

/** Orders texts the same on every machine. */
export function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
