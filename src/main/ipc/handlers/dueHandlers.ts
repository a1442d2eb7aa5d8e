import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../../../shared/contract/types.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { DueRefusal } from '../../renewals/dueRun.ts'
import type { Services } from './services.ts'

type DueChannel = Extract<keyof Handlers, `due.${string}`>

/**
 * Several groups renewed in one go. A window names a run, groups or a confirmation; what is due and what it costs is
 * main's own word.
 */
export function dueHandlers({ dueRuns, planDue, planSelected }: Services): Pick<Handlers, DueChannel> {
  return {
    'due.plan': async ({ accountId }) => answer(await planDue(accountId)),
    'due.planSelected': async ({ groupIds }) => answer(await planSelected(groupIds)),
    'due.include': async ({ runId, groupId, on }) => answer(dueRuns.include(runId, groupId, on)),
    'due.pay': async ({ confirmationId }) => answer(await dueRuns.pay(confirmationId)),
    'due.cancel': async ({ runId }) => {
      dueRuns.cancel(runId)
      return ok(null)
    },
    'due.stop': async ({ runId }) => {
      dueRuns.stop(runId)
      return ok(null)
    },
    'due.dismiss': async () => {
      dueRuns.dismiss()
      return ok(null)
    },
  }
}

/** How a run stands is told with the state. Who cancelled it knows. */
function answer(result: Result<unknown, DueRefusal>): Result<null, ContractError> {
  if (result.ok || result.error.kind === 'cancelled') return ok(null)
  const { kind, message } = result.error
  return err({ kind: kind === 'not-found' ? 'not-found' : 'asks', message })
}
