import type { z } from 'zod'
import type { Result } from '../domain/result.ts'
import type { InvokeChannel, PushChannel } from './channels.ts'
import type { ContractError } from './errors.ts'
import type { guardQuestionSchema, invokeSchemas, pushSchemas, renewalAnswerSchema } from './schemas.ts'

/** What a window sends on a channel. */
export type RequestOf<C extends InvokeChannel> = z.input<(typeof invokeSchemas)[C]['request']>
/** What main takes from a channel, parsed. */
export type ParsedRequestOf<C extends InvokeChannel> = z.output<(typeof invokeSchemas)[C]['request']>
/** What main answers on a channel. */
export type ReplyOf<C extends InvokeChannel> = z.output<(typeof invokeSchemas)[C]['reply']>
/** What main tells on a channel. */
export type PushOf<C extends PushChannel> = z.output<(typeof pushSchemas)[C]>
/** The guard's question. */
export type GuardQuestion = z.infer<typeof guardQuestionSchema>
/** Main's answer to a click on `Renew`. */
export type RenewalAnswer = z.infer<typeof renewalAnswerSchema>

/**
 * The bridge that the preload exposes to the page as `window.leasebar`. What main says crosses it as JSON: Electron copies
 * an object into the page value by value, of which five hundred groups have tens of thousands, and keeps a handle on each
 * until a long collection; a text it copies whole.
 */
export interface LeasebarBridge {
  /** Asks main; never rejects for an expected failure. The answer is the JSON of a `Result<ReplyOf<C>, ContractError>`. */
  readonly invoke: <C extends InvokeChannel>(channel: C, request: RequestOf<C>) => Promise<string>
  /** Listens to a push; gives back what ends the listening. The message is the JSON of a `PushOf<C>`. */
  readonly on: (channel: PushChannel, listener: (json: string) => void) => () => void
}

/**
 * What the bridge itself says in the place of a message: it has no catalogue, so the page turns it into words.
 * `no-answer`: main may have done what was asked, or not.
 */
export type BridgeProblem = 'no-such-channel' | 'no-answer'

/** A handler for every channel; complete by type. */
export type Handlers = {
  readonly [C in InvokeChannel]: (request: ParsedRequestOf<C>) => Promise<Result<ReplyOf<C>, ContractError>>
}
