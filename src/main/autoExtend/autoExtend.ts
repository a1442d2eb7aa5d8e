import type { AutoExtendView, AutoSwitch, AutoSwitchEnd } from '../../shared/domain/autoExtend.ts'
import type { Exchange, VendorAccess } from '../../shared/domain/exchange.ts'
import type { Group } from '../../shared/domain/group.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { autoExtendOf } from '../../shared/domain/rules/autoExtend.ts'
import { type Words, words } from '../../shared/words/words.ts'
import { createHeldEnds } from './heldEnds.ts'
import { judgeSwitch, lostInCrash } from './judge.ts'
import type { AutoExtendParts } from './ports.ts'

/** Why a press of `Switch on` or `Switch off` came to nothing, in words. In no case anything was sent. */
export interface SwitchRefusal {
  readonly kind: 'not-found' | 'busy' | 'key' | 'disk'
  readonly message: string
}

type Answer = Result<AutoSwitch, SwitchRefusal>

/** One press, with the group as it stood on the screen then. */
interface Press {
  readonly group: Group
  readonly on: boolean
  /** Ms since the epoch. */
  readonly at: number
}

/** Ms after which a press that had to wait is not carried out any more. */
const pressLife = 5 * 60_000

/**
 * Switches the vendor's auto-extend for a group: the vendor's doing, by which it renews orders itself later on. One
 * press is one request, never repeated, journalled before it goes out; it waits for the account's paid calls.
 */
export function createAutoExtend(parts: AutoExtendParts) {
  const held = createHeldEnds(parts.switches)
  const running = new Map<string, { readonly on: boolean; readonly answer: Promise<Answer> }>()
  /** What is at the vendor now. */
  const sent = new Set<Promise<unknown>>()

  function press(groupId: string, on: boolean): Promise<Answer> {
    const before = running.get(groupId)
    if (before) return before.on === on ? before.answer : Promise.resolve(err(refused('busy')))
    const group = parts.groups.get(groupId)
    if (!group) return Promise.resolve(err(refused('gone')))
    const made = { group, on, at: parts.now() }
    const answer = parts
      .alone(group.accountId, () => inTurn(made))
      .finally(() => {
        running.delete(groupId)
        parts.changed()
      })
    running.set(groupId, { on, answer })
    parts.changed()
    return answer
  }

  async function inTurn(made: Press): Promise<Answer> {
    const { accountId } = made.group
    const account = parts.accounts.get(accountId)
    if (!account) return err(refused('gone'))
    const access = await parts.accounts.readAccess(accountId)
    // Asked at the last moment: whoever edits or deletes the group, or quits, means to stop this.
    const refusal = reasonNotTo(made)
    if (refusal) return err(refusal)
    if (!access.ok) return err({ kind: 'key', message: words().autoExtend.nothingSent(access.error.message) })
    held.flush()
    const row = rowFor(made, account.name)
    const begun = parts.switches.begin(row)
    if (!begun.ok) return err({ kind: 'disk', message: words().autoExtend.nothingSent(begun.error.message) })
    const sending = send(row, access.value, addressesOf(made.group)).finally(() => sent.delete(sending))
    sent.add(sending)
    return ok(await sending)
  }

  /** Once, from a row that is on the disk. Gives the row with what came of it. */
  async function send(row: AutoSwitch, access: VendorAccess, addresses: number | null): Promise<AutoSwitch> {
    const { request, accountId } = row
    // The port promises not to reject. If it does, that is a bug, and nobody knows what was sent.
    const exchange = await parts.vendor.autoExtend(access, request).catch(() => failed())
    const end = judgeSwitch(exchange, { request, addresses }, parts.now())
    held.finish(row.id, end)
    const told = exchange.phase === 'replied' ? exchange.reply.balance : null
    // Of an account that was removed meanwhile nothing is to be left but the record.
    if (told && parts.accounts.get(accountId)) {
      parts.balanceRead(accountId, told, end.at)
    }
    parts.ended(row, end)
    return held.overlay({ ...row, end })
  }

  function reasonNotTo({ group, at }: Press): SwitchRefusal | null {
    if (parts.isStopped()) return refused('quitting')
    if (Math.abs(parts.now() - at) > pressLife) return refused('stale')
    const now = parts.groups.get(group.id)
    if (!now) return refused('gone')
    return markOf(now) === markOf(group) ? null : refused('changed')
  }

  function rowFor({ group, on, at }: Press, accountName: string): AutoSwitch {
    const { proxyType, orderIds, rentPeriodDays } = group
    return {
      id: parts.newId(),
      accountId: group.accountId,
      accountName,
      groupId: group.id,
      groupName: group.name,
      askedAt: at,
      request: { proxyType, orderIds: [...orderIds], rentPeriodDays, autoExtend: on },
      end: null,
    }
  }

  function addressesOf({ accountId, orderIds }: Group): number | null {
    const known = new Map(parts.knownOrders(accountId).map((order) => [order.orderId, order.addresses]))
    const counts = orderIds.flatMap((id) => known.get(id) ?? [])
    return counts.length < orderIds.length ? null : counts.reduce((sum, count) => sum + count, 0)
  }

  function last(groupId: string): AutoSwitch | null {
    const row = parts.switches.lastByGroup().get(groupId)
    return row ? held.overlay(row) : null
  }

  return {
    /** `Switch on` or `Switch off`. A second press of the same while one is on its way joins it. */
    press,
    /** The newest switch of a group, whole; null: there was none. */
    last,
    /**
     * How it stands for groups as of now: for each by the vendor's list (null: never read), and what its last press came
     * to. The rows are read once, however many groups there are.
     */
    views(): (group: Group, orders: Parameters<typeof autoExtendOf>[1]) => AutoExtendView {
      const rows = parts.switches.lastByGroup()
      return (group, orders) => {
        const switching = running.get(group.id)
        const row = rows.get(group.id)
        return {
          ...autoExtendOf(group.orderIds, orders),
          switching: switching ? (switching.on ? 'on' : 'off') : null,
          last: lastView(row ? held.overlay(row) : null),
        }
      }
    },
    /** At start: what a crash left without its end is `unknown`; how it stands the vendor's list tells. */
    recover(): void {
      for (const row of parts.switches.sending()) {
        held.finish(row.id, lostInCrash(row.request, parts.now()))
      }
    },
    /** Writes what the disk refused, where it takes it now. */
    flush(): void {
      if (held.flush()) parts.changed()
    },
    /** True while a request is at the vendor. */
    isBusy: (): boolean => sent.size > 0,
    /** How many answers of the vendor's only memory has. */
    unsaved: held.count,
    /** Resolves when nothing is at the vendor. A press that waits for its turn is not waited for. */
    idle: async (): Promise<void> => {
      while (sent.size > 0) await Promise.allSettled([...sent])
    },
  }
}

/** The switching of the vendor's auto-extend, as others call it. */
export type AutoExtend = ReturnType<typeof createAutoExtend>

function lastView(row: AutoSwitch | null): AutoExtendView['last'] {
  if (!row) return null
  const { request, askedAt, end } = row
  return {
    on: request.autoExtend,
    rentPeriodDays: request.rentPeriodDays,
    askedAt,
    end: end && shown(end),
  }
}

function shown({ kind, at, detail }: AutoSwitchEnd): Pick<AutoSwitchEnd, 'kind' | 'at' | 'detail'> {
  return { kind, at, detail }
}

function markOf({ accountId, proxyType, orderIds, rentPeriodDays }: Group): string {
  return JSON.stringify([accountId, proxyType, [...orderIds].sort(), rentPeriodDays])
}

/** What a bug of ours leaves: nobody knows. */
function failed(): Exchange {
  const reason = words().judging.failed
  return { phase: 'lost', reason, httpStatus: null, raw: null, retryAfter: null }
}

/** A press that came to nothing, with its words, which are those of the language spoken now. */
function refused(why: keyof Words['autoExtend']['refusals']): SwitchRefusal {
  return { kind: why === 'gone' ? 'not-found' : 'busy', message: words().autoExtend.refusals[why] }
}
