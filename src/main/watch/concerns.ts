import type { Money } from '../../shared/domain/money.ts'
import { day } from '../../shared/domain/rules/ends.ts'
import type { ConcernsState, ToldConcerns } from '../../shared/domain/watchState.ts'
import type { Delivery } from './quietHours.ts'

/** What the watch knows of an account. Where something is not known, it forgets nothing by that. */
export interface AccountFacts {
  readonly accountId: string
  /** As the person wrote it: to be cleaned before it is shown. */
  readonly name: string
  /** The forecast of its balance; null: none can be made now. */
  readonly forecast: Forecast | null
  /** True while the vendor does not know its key; null: not tried since the start. */
  readonly keyRefused: boolean | null
  /**
   * When the vendor could first not be reached, ms since the epoch: the same figure as long as the outage lasts, also
   * over a restart. Null: it can be reached, or was not tried.
   */
  readonly offlineSince: number | null
}

/** Until when a balance covers the renewals that come due. */
export interface Forecast {
  /** When it runs short, ms since the epoch; null: not within what can be foreseen. */
  readonly shortAt: number | null
  /** By how much, estimated; null: not known. */
  readonly shortBy: Money | null
}

/** Something about an account to be told. */
export type Concern = { readonly accountId: string; readonly name: string } & (
  | { readonly kind: 'forecast'; readonly shortAt: number; readonly shortBy: Money | null }
  | { readonly kind: 'keyRefused' }
  | { readonly kind: 'offline'; readonly since: number }
)

/** What the concerns are judged by. */
export interface ConcernsLook {
  /** Every account there is: one that is missing was removed, and is forgotten. */
  readonly accounts: readonly AccountFacts[]
  /** A forecast that is short within this many days is told. */
  readonly warnShortDays: number
  /** Ms since the epoch. */
  readonly now: number
  readonly delivery: (kind: Concern['kind']) => Delivery
}

/** A forecast is told again when the day it names comes this much nearer than it was told. */
const muchNearer = 3 * day
/** How long the vendor is out of reach before it is told. */
const longOffline = day

const nothingTold: ToldConcerns = { short: null, keyRefused: false, offlineSince: null }

/** What to tell of the accounts, in their order, and the state to keep. */
export function judgeConcerns(
  previous: ConcernsState,
  look: ConcernsLook,
): { readonly next: ConcernsState; readonly tell: readonly Concern[] } {
  const next: [string, ToldConcerns][] = []
  const tell: Concern[] = []
  for (const account of look.accounts) {
    const told = previous[account.accountId] ?? nothingTold
    const verdicts = [
      judgeKey(told, account),
      judgeForecast(told, account, look),
      judgeOffline(told, account, look),
    ]
    let kept = told
    for (const { news, ifTold, ifNot } of verdicts) {
      const delivery = news === null ? 'hold' : look.delivery(news.kind)
      if (news !== null && delivery === 'tell') tell.push(news)
      kept = { ...kept, ...(delivery === 'hold' ? ifNot : ifTold) }
    }
    next.push([account.accountId, kept])
  }
  return { next: Object.fromEntries(next), tell }
}

/** What there is to tell, and what is to be kept if it counts as told, or if not. */
interface Verdict {
  readonly news: Concern | null
  readonly ifTold: Partial<ToldConcerns>
  readonly ifNot: Partial<ToldConcerns>
}

const nothingNew: Verdict = { news: null, ifTold: {}, ifNot: {} }

/** Once per refusal; a key that is taken ends it. */
function judgeKey(told: ToldConcerns, { accountId, name, keyRefused }: AccountFacts): Verdict {
  if (keyRefused === null) return nothingNew
  if (!keyRefused) return { ...nothingNew, ifNot: { keyRefused: false } }
  if (told.keyRefused) return nothingNew
  return { news: { kind: 'keyRefused', accountId, name }, ifTold: { keyRefused: true }, ifNot: {} }
}

/**
 * Once per change from fine to short within the days wanted; again only after it was fine, or when the day it names
 * has come 3 days nearer. That time passes is no change: the day was told.
 */
function judgeForecast(
  told: ToldConcerns,
  account: AccountFacts,
  { warnShortDays, now }: ConcernsLook,
): Verdict {
  const { accountId, name, forecast } = account
  if (forecast === null || warnShortDays === 0) return nothingNew
  const { shortAt, shortBy } = forecast
  if (shortAt === null) return { ...nothingNew, ifNot: { short: null } }
  const before = told.short
  if (shortAt - now > warnShortDays * day) {
    // Out of sight only because the clock was set back, it is not fine: the same day would be told twice.
    const isFine = before === null || shortAt > before.shortAt || warnShortDays < before.withinDays
    return isFine ? { ...nothingNew, ifNot: { short: null } } : nothingNew
  }
  if (before !== null && shortAt > before.shortAt - muchNearer) return nothingNew
  return {
    news: { kind: 'forecast', accountId, name, shortAt, shortBy },
    ifTold: { short: { shortAt, withinDays: warnShortDays } },
    ifNot: {},
  }
}

/** Once per outage, known by its beginning: that the vendor was reached for a moment makes another one. */
function judgeOffline(told: ToldConcerns, account: AccountFacts, { now }: ConcernsLook): Verdict {
  const { accountId, name, offlineSince: since } = account
  if (since === null || since === told.offlineSince || now - since <= longOffline) return nothingNew
  return { news: { kind: 'offline', accountId, name, since }, ifTold: { offlineSince: since }, ifNot: {} }
}
