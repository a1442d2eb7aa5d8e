import { z } from 'zod'
import { type Group, groupSchema } from '../../shared/domain/group.ts'
import { type Money, moneySchema } from '../../shared/domain/money.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import { byText } from './accountsStore.ts'
import type { DiskProblem } from './diskProblem.ts'
import { Records, type StoreParts } from './records.ts'

const storedGroupSchema = z.object({
  group: groupSchema,
  /** Ms since the epoch; null: not deleted. */
  deletedAt: z.number().nullable(),
})

/** The saved groups. A deleted one is kept aside until it is purged, so that deleting can be undone. */
export interface GroupsStore {
  /** Groups that are not deleted, oldest first; of one account or of all. */
  readonly list: (accountId?: string) => Group[]
  /** Null for a deleted one too. */
  readonly get: (id: string) => Group | null
  /** Saves a new group or a changed one; a deleted one comes back. */
  readonly save: (group: Group) => Result<void, DiskProblem>
  /** Saves several, all or none. */
  readonly saveAll: (groups: readonly Group[]) => Result<void, DiskProblem>
  /** `at`: ms since the epoch. Deleting what is not there does nothing. */
  readonly softDelete: (id: string, at: number) => Result<void, DiskProblem>
  /** Undoes a deletion; fails with words when the group was purged meanwhile. */
  readonly restore: (id: string) => Result<void, DiskProblem>
  /** Removes for good what was deleted before a moment (ms since the epoch). */
  readonly purgeDeleted: (before: number) => void
  /** The price last shown to the person for this group; null: none. */
  readonly lastPrice: (groupId: string) => Money | null
  readonly setLastPrice: (groupId: string, price: Money | null) => void
}

/** The groups' part of the store, and which groups (deleted ones too) an account has. */
export function groupsStore(
  parts: StoreParts,
): GroupsStore & { readonly idsOf: (accountId: string) => string[] } {
  const { db, writer } = parts
  const records = new Records(parts, 'groups', storedGroupSchema)
  const live = (id: string) => {
    const found = records.all().get(id)
    return found && found.deletedAt === null ? found.group : null
  }
  return {
    list: (accountId) =>
      [...records.all().values()]
        .filter(
          ({ group, deletedAt }) => deletedAt === null && (accountId ?? group.accountId) === group.accountId,
        )
        .map(({ group }) => group)
        .sort((a, b) => a.createdAt - b.createdAt || byText(a.id, b.id)),
    get: live,
    save: (group) =>
      writer.write(
        [{ table: 'groups', id: group.id, row: storedGroupSchema.parse({ group, deletedAt: null }) }],
        'wish',
      ),
    saveAll: (groups) =>
      writer.write(
        groups.map((group) => ({
          table: 'groups',
          id: group.id,
          row: storedGroupSchema.parse({ group, deletedAt: null }),
        })),
        'wish',
      ),
    softDelete: (id, at) =>
      live(id) ? writer.write([{ table: 'groups', id, set: { deletedAt: at } }], 'wish') : ok(undefined),
    restore: (id) =>
      records.all().has(id)
        ? writer.write([{ table: 'groups', id, set: { deletedAt: null } }], 'wish')
        : err({ message: words().store.groupGone }),
    purgeDeleted: (before) => {
      const gone = [...records.all()].filter(([, { deletedAt }]) => deletedAt !== null && deletedAt < before)
      // A refusal only means that they are purged another time.
      if (gone.length > 0)
        writer.write(
          gone.map(([id]) => ({ table: 'groups', id, drop: true })),
          'wish',
        )
    },
    lastPrice: (groupId) => {
      const row = db.get('SELECT amount, currency FROM group_prices WHERE group_id = ?', groupId)
      return moneySchema.safeParse(row).data ?? null
    },
    setLastPrice: (groupId, price) =>
      writer.localOrTell(() => {
        db.run('DELETE FROM group_prices WHERE group_id = ?', groupId)
        if (price === null) return
        const insert = 'INSERT INTO group_prices (group_id, amount, currency) VALUES (?, ?, ?)'
        db.run(insert, groupId, price.amount, price.currency)
      }),
    idsOf: (accountId) =>
      [...records.all()].filter(([, { group }]) => group.accountId === accountId).map(([id]) => id),
  }
}
