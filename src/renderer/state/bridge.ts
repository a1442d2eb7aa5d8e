import type { InvokeChannel, PushChannel } from '../../shared/contract/channels.ts'
import type { ContractError } from '../../shared/contract/errors.ts'
import type { BridgeProblem, PushOf, ReplyOf, RequestOf } from '../../shared/contract/types.ts'
import { err, type Result } from '../../shared/domain/result.ts'
import { pageWords } from '../words/pageWords.ts'

/**
 * Asks main on a channel. A bridge that breaks (a bug, or main going down) becomes an `internal` error in words,
 * so that no click is ever left without an answer.
 */
export async function call<C extends InvokeChannel>(
  channel: C,
  request: RequestOf<C>,
): Promise<Result<ReplyOf<C>, ContractError>> {
  try {
    // Parsed by the channel's schema in main before it left (ipc/answer.ts).
    const answer: Result<ReplyOf<C>, ContractError> = JSON.parse(
      await window.leasebar.invoke(channel, request),
    )
    return answer.ok ? answer : err(inWords(answer.error))
  } catch {
    return err({
      kind: 'internal',
      message: pageWords().app.noAnswer,
    })
  }
}

/** The bridge has no catalogue: what it says by itself is put into words here. */
function inWords(error: ContractError): ContractError {
  const problems: Readonly<Record<BridgeProblem, string>> = pageWords().app.bridge
  return Object.hasOwn(problems, error.message)
    ? { ...error, message: problems[error.message as BridgeProblem] }
    : error
}

/** Listens to what main tells on a channel; gives back what ends the listening. */
export function hear<C extends PushChannel>(channel: C, listener: (message: PushOf<C>) => void): () => void {
  return window.leasebar.on(channel, (json) => {
    // Parsed by the channel's schema in main before it was pushed (ipc/push.ts).
    const message: PushOf<C> = JSON.parse(json)
    listener(message)
  })
}
