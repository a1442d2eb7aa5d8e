import type { Finding } from '../../shared/domain/finding.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { RenewalIntent, RenewalSource } from '../../shared/domain/renewal.ts'
import { balanceFor, endsOf, type Gathered, limitsOf, requestOf } from './facts.ts'
import type { KnownPort, PayingAccount } from './ports.ts'

/**
 * The first half of a journal row: the exact request and all that settling will need of the time before.
 * `gathered` is null when it ended before a quote was asked for.
 */
export function intentFor(
  parts: {
    readonly known: KnownPort
    readonly clock: { readonly now: () => number }
    readonly newId: () => string
  },
  group: Group,
  account: PayingAccount,
  source: RenewalSource,
  gathered: Gathered | null,
  confirmed: readonly Finding[],
): RenewalIntent {
  const { ends, readAt } = endsOf(parts.known, account.id, group.orderIds, gathered?.list)
  const known = parts.known.balance(account.id)
  return {
    id: parts.newId(),
    accountId: account.id,
    accountName: account.name,
    groupId: group.id,
    groupName: group.name,
    source,
    startedAt: parts.clock.now(),
    vendorAt: (gathered?.answer.kind === 'quoted' ? gathered.answer.vendorAt : null) ?? null,
    request: requestOf(group),
    quote: gathered?.answer.kind === 'quoted' ? gathered.answer.quote : null,
    balanceBefore: gathered ? balanceFor(gathered.answer, known) : known,
    endsBefore: ends,
    endsReadAt: readAt,
    endsFresh: (gathered?.list ?? null) !== null,
    limits: limitsOf(group, account),
    confirmed: [...confirmed],
  }
}
