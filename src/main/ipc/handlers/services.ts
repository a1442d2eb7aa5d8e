import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Snapshot } from '../../../shared/contract/snapshot.ts'
import type { ParsedRequestOf, ReplyOf } from '../../../shared/contract/types.ts'
import type { PromoCode, ReadProblem } from '../../../shared/domain/exchange.ts'
import type { RenewalTerms } from '../../../shared/domain/group.ts'
import type { ProxyType } from '../../../shared/domain/proxyType.ts'
import type { Quote } from '../../../shared/domain/quote.ts'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { Accounts } from '../../accounts/accounts.ts'
import type { AutoExtend } from '../../autoExtend/autoExtend.ts'
import type { Balance } from '../../balance/balance.ts'
import type { BalanceHistory } from '../../balance/balanceHistory.ts'
import type { Groups } from '../../groups/groups.ts'
import type { Transfer } from '../../groups/transfer.ts'
import type { Orders } from '../../orders/orders.ts'
import type { BadOrders } from '../../renewals/badOrders.ts'
import type { DueRuns } from '../../renewals/dueRun.ts'
import type { Renewals } from '../../renewals/renewals.ts'
import type { Decision, SettleProblem } from '../../renewals/settleByHand.ts'
import type { Settling } from '../../renewals/settling.ts'

/** Why there is no quote. */
export interface QuoteProblem {
  readonly kind: 'not-found' | 'vendor' | 'offline'
  readonly message: string
}

/** What the contract's handlers call: the features, and the few edges that windows may reach. */
export interface Services {
  readonly snapshot: () => Snapshot
  readonly accounts: Accounts
  readonly groups: Groups
  /** Groups to a file and from one. */
  readonly transfer: Transfer
  readonly orders: Orders
  readonly balance: Balance
  readonly balanceHistory: BalanceHistory
  readonly renewals: Renewals
  readonly badOrders: BadOrders
  readonly dueRuns: DueRuns
  readonly autoExtend: AutoExtend
  /** `Renew all due…`: asks for the prices of what is due; its state is part of the snapshot. */
  readonly planDue: (accountId: string | null) => ReturnType<DueRuns['plan']>
  /** The same for groups that a person selected. */
  readonly planSelected: (groupIds: readonly string[]) => ReturnType<DueRuns['plan']>
  readonly settle: (renewalId: string, decision: Decision) => Result<Renewal, SettleProblem>
  readonly settling: Settling
  /** `Renew the N that did not move`. */
  readonly startRest: (renewalId: string) => ReturnType<Renewals['start']>
  /** Nobody looks at a window that has no focus. */
  readonly windowHasFocus: () => boolean
  /** An account was connected: its orders are read. */
  readonly connected: (accountId: string) => void
  /** A group was saved: its orders' list is read again, so that its end is known. */
  readonly groupSaved: (accountId: string) => void
  readonly history: {
    readonly page: (query: ParsedRequestOf<'history.page'>) => ReplyOf<'history.page'>
    readonly get: (renewalId: string) => Renewal | null
    readonly export: (
      filter: ParsedRequestOf<'history.export'>,
    ) => Promise<Result<ReplyOf<'history.export'>, ContractError>>
  }
  /** A quote for showing only; nothing is paid on it. */
  readonly quote: (groupId: string) => Promise<Result<Quote, QuoteProblem>>
  /** The same on terms that no saved group has yet. */
  readonly quoteTerms: (terms: RenewalTerms) => Promise<Result<Quote, QuoteProblem>>
  readonly periods: (
    accountId: string,
    proxyType: ProxyType,
  ) => Promise<Result<readonly number[], ReadProblem>>
  readonly promoCodes: (accountId: string) => Promise<Result<readonly PromoCode[], ReadProblem>>
  readonly updateSettings: (patch: Partial<Settings>) => Promise<Result<void, { readonly message: string }>>
  readonly updates: {
    readonly look: () => Promise<boolean>
    readonly download: () => Promise<Result<null, string>>
    readonly cancel: () => void
    readonly restart: () => Promise<Result<null, string>>
    /** False: nothing lies ready. */
    readonly showFile: () => boolean
  }
  readonly dismissNotice: (id: string) => void
  readonly openLink: (link: 'vendor' | 'data-folder') => void
  readonly copyText: (text: string) => void
  /** Versions, states and the last redacted lines of the log, into the clipboard. */
  readonly copyDiagnostics: () => void
}
