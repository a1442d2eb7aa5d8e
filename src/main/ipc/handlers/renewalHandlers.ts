import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../../../shared/contract/types.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { words } from '../../../shared/words/words.ts'
import type { RenewalRefusal } from '../../renewals/refusals.ts'
import type { SettleProblem } from '../../renewals/settleByHand.ts'
import type { CheckProblem } from '../../renewals/settling.ts'
import type { Services } from './services.ts'

type RenewalChannel =
  | 'renewal.start'
  | 'renewal.confirm'
  | 'renewal.cancel'
  | 'renewal.settle'
  | 'renewal.check'
  | 'renewal.start-rest'
  | 'history.page'
  | 'history.get'
  | 'history.export'

/** Renewals and their history. A window names a group or a confirmation; figures and orders are main's own. */
export function renewalHandlers(services: Services): Pick<Handlers, RenewalChannel> {
  const { renewals, history } = services
  return {
    'renewal.start': async ({ groupId }) => {
      const answer = await renewals.start(groupId, 'window')
      return answer.ok ? answer : err(refusal(answer.error))
    },
    'renewal.confirm': async ({ confirmationId }) => {
      const answer = await renewals.confirm(confirmationId)
      return answer.ok ? answer : err(refusal(answer.error))
    },
    'renewal.cancel': async ({ confirmationId }) => {
      renewals.cancel(confirmationId)
      return ok(null)
    },
    'renewal.settle': async ({ renewalId, decision }) => {
      const settled = services.settle(renewalId, decision)
      return settled.ok ? settled : err(settleError(settled.error))
    },
    'renewal.check': async ({ renewalId }) => {
      const checked = await services.settling.check(renewalId)
      return checked.ok ? checked : err(checkError(checked.error))
    },
    'renewal.start-rest': async ({ renewalId }) => {
      const answer = await services.startRest(renewalId)
      return answer.ok ? answer : err(refusal(answer.error))
    },
    'history.page': async (query) => ok(history.page(query)),
    'history.export': async (filter) => history.export(filter),
    'history.get': async ({ renewalId }) => {
      const renewal = history.get(renewalId)
      return renewal ? ok(renewal) : err({ kind: 'not-found', message: words().renewals.notInJournal })
    },
  }
}

function refusal({ kind, message }: RenewalRefusal): ContractError {
  return { kind: kind === 'not-found' ? 'not-found' : 'asks', message }
}

function checkError({ kind, message }: CheckProblem): ContractError {
  return { kind, message }
}

function settleError({ kind, message }: SettleProblem): ContractError {
  return { kind: kind === 'disk' ? 'disk' : 'not-found', message }
}
