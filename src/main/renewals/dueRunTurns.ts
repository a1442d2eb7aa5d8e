import type { RenewalAnswer } from '../../shared/contract/types.ts'
import type { DueStop } from '../../shared/domain/dueRun.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import type { Result } from '../../shared/domain/result.ts'
import { costOf } from '../../shared/domain/rules/cost.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { insufficientFunds, unknownKey } from '../../shared/domain/rules/vendorAdvice.ts'
import { type Agreement, beyondAgreement, isShortOfFunds } from './agreements.ts'
import type { RowProgress } from './dueRunState.ts'
import { asksWords, changedWords, shortWords, stopped } from './dueRunWords.ts'
import type { RenewalRefusal } from './refusals.ts'

/** Whose turn it was. */
export interface TurnOf {
  readonly accountId: string
  readonly groupId: string
  readonly name: string
}

/** What a group's turn came to: how its row stands now, and whether it stops the run. */
export interface Turn {
  readonly change: Partial<RowProgress>
  readonly stop: DueStop | null
}

/** Reads the answer to a group's turn. `isQuitting`: Leasebar sends nothing any more. Pure. */
export function turnOf(
  at: TurnOf,
  agreement: Agreement,
  answer: Result<RenewalAnswer, RenewalRefusal>,
  isQuitting: boolean,
): Turn {
  if (!answer.ok) return refusedTurn(at, answer.error, isQuitting)
  if (answer.value.kind === 'ended') return endedTurn(at, answer.value.renewal)
  const { findings, price, balance } = answer.value.question
  // What it asks at its turn is for the person; a run only takes note of it.
  if (isShortOfFunds(findings)) {
    const words = shortWords(at.name, price, balance)
    return {
      change: { status: 'short', words, newFindings: findings },
      stop: stopped('funds', at, words),
    }
  }
  // A click that was joined may ask what the plan had agreed to.
  const beyond = beyondAgreement(findings, agreement.findings)
  const words = asksWords(beyond.length > 0 ? beyond : findings)
  return { change: { status: 'asks', words, newFindings: findings }, stop: null }
}

function refusedTurn(at: TurnOf, refusal: RenewalRefusal, isQuitting: boolean): Turn {
  if (refusal.kind !== 'expired')
    return { change: { status: 'changed', words: changedWords(refusal) }, stop: null }
  const stop = stopped(isQuitting ? 'quitting' : 'waited', at)
  return { change: { status: 'not-tried', words: stop.words }, stop }
}

function endedTurn(at: TurnOf, renewal: Renewal): Turn {
  const { intent, result } = renewal
  const outcome = currentOutcome(renewal) ?? 'unknown'
  return {
    change: {
      status: 'ended',
      outcome,
      renewalId: intent.id,
      words: result?.detail ?? null,
      balanceAfter: result?.balanceAfter ?? null,
      cost: costOf(renewal),
    },
    stop: stopAfter(at, renewal),
  }
}

/** The worst first: what may have been paid, then what is not on the disk, then what the next would meet as well. */
function stopAfter(at: TurnOf, renewal: Renewal): DueStop | null {
  const outcome = currentOutcome(renewal)
  if (outcome === 'unknown' || outcome === null) return stopped('unknown', at)
  if (renewal.unsaved) return stopped('disk', at)
  const code = renewal.result?.vendorError?.code
  if (outcome === 'refused' && code === insufficientFunds) return stopped('funds', at)
  if (outcome === 'refused' && code === unknownKey) return stopped('key', at)
  return null
}
