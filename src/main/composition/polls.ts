import { isLoopback } from '../../shared/domain/rules/apiAddress.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { Core } from './core.ts'
import type { ScheduleParts } from './schedule.ts'
import { computerOffline } from './words.ts'

/** What the schedule polls, and how. */
type PolledParts = Pick<ScheduleParts, 'accounts' | 'periods' | 'read' | 'missed'>

/** The features that are polled. */
type PolledCore = {
  readonly accounts: Pick<Core['accounts'], 'list'>
  readonly balance: Pick<Core['balance'], 'refresh' | 'missed'>
  readonly orders: Pick<Core['orders'], 'refresh' | 'missed'>
  readonly waits: Pick<Core['waits'], 'heldFor'>
}

const minute = 60_000

/** Balance and orders of every account. `isOnline`: whether the machine has a network at all. */
export function polledParts(
  core: PolledCore,
  settings: () => Pick<Settings, 'balanceMinutes' | 'ordersMinutes'>,
  isOnline: () => boolean,
): PolledParts {
  return {
    accounts: () => {
      const online = isOnline()
      return core.accounts.list().map(({ id: accountId, kind, apiUrl }) => ({
        accountId,
        // The practice vendor and anything else on this machine need no network.
        online: online || kind === 'practice' || isLocal(apiUrl),
        heldFor: core.waits.heldFor(accountId),
      }))
    },
    periods: () => {
      const { balanceMinutes, ordersMinutes } = settings()
      return { balance: balanceMinutes * minute, orders: ordersMinutes * minute }
    },
    read: async ({ accountId, kind }) => (await core[kind].refresh(accountId)).ok,
    missed: ({ accountId, kind }) => core[kind].missed(accountId, computerOffline()),
  }
}

function isLocal(apiUrl: string): boolean {
  return URL.canParse(apiUrl) && isLoopback(new URL(apiUrl).hostname)
}
