import type { z } from 'zod'
import { channels, type InvokeChannel, isInvokeChannel } from '../../shared/contract/channels.ts'
import { type ContractError, contractErrorSchema } from '../../shared/contract/errors.ts'
import { invokeSchemas } from '../../shared/contract/schemas.ts'
import type { Handlers, ParsedRequestOf, ReplyOf } from '../../shared/contract/types.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { safely } from '../../shared/safely.ts'
import { words } from '../../shared/words/words.ts'
import { boundedMessage, errorName, schemaIssues } from './words.ts'

/** What a window gets: a value, or an error in words. Never an exception. */
export type Answer<C extends InvokeChannel> = Result<ReplyOf<C>, ContractError>

/** One channel, ready to be hung on Electron's ipcMain: `trusted` is what was found out about the sender. */
export interface ChannelEntry {
  readonly channel: InvokeChannel
  readonly answer: (raw: unknown, trusted: boolean) => Promise<Result<unknown, ContractError>>
}

/** Takes a line about a bug; holds no request, no reply and no key. */
export type Log = (line: string) => void

function internal(channel: InvokeChannel): ContractError {
  return {
    kind: 'internal',
    message: words().app.asked.ourBug(channel),
  }
}

function checkedError<C extends InvokeChannel>(channel: C, error: unknown, log: Log): Answer<C> {
  const parsed = contractErrorSchema.safeParse(error)
  if (!parsed.success) {
    log(`${channel}: malformed error from the handler: ${schemaIssues(parsed.error)}`)
    return err(internal(channel))
  }
  const { fields, ...rest } = parsed.data
  const bounded = { ...rest, message: boundedMessage(rest.message) }
  if (fields === undefined) return err(bounded)
  const messages = Object.entries(fields).map(([field, message]) => [field, boundedMessage(message)] as const)
  return err({ ...bounded, fields: Object.fromEntries(messages) })
}

/**
 * Answers one call of a window: who asks, what is asked and what is answered are all checked here, for every channel
 * alike. Parsing also drops what a schema does not name, so a field too many in a reply never leaves main.
 * An exception of the handler is a bug: it is logged by name and crosses as `internal`, without stack or message.
 */
export async function answer<C extends InvokeChannel>(
  channel: C,
  handler: Handlers[C],
  raw: unknown,
  trusted: boolean,
  log: Log,
): Promise<Answer<C>> {
  if (!trusted) {
    log(`${channel}: refused, the caller is not Leasebar's own page`)
    return err({ kind: 'forbidden', message: words().app.asked.forbidden })
  }
  const schemas: { readonly request: z.ZodType; readonly reply: z.ZodType } = invokeSchemas[channel]
  const request = safely(schemas.request, raw)
  if (!request.success) {
    log(`${channel}: malformed request: ${schemaIssues(request)}`)
    return err({ kind: 'bad-request', message: words().app.asked.unreadable(channel) })
  }
  try {
    // The schema of this very channel has just parsed it; TypeScript cannot follow that through the lookup.
    const result = await handler(request.data as ParsedRequestOf<C>)
    if (!result.ok) return checkedError(channel, result.error, log)
    const reply = schemas.reply.safeParse(result.value)
    if (reply.success) return ok(reply.data as ReplyOf<C>)
    log(`${channel}: malformed reply of our own: ${schemaIssues(reply.error)}`)
  } catch (error) {
    log(`${channel}: the handler failed: ${errorName(error)}`)
  }
  return err(internal(channel))
}

/** Every channel that a window may call, with its checks around its handler. What is not in here is not handled. */
export function channelEntries(handlers: Handlers, log: Log): readonly ChannelEntry[] {
  return Object.keys(channels)
    .filter(isInvokeChannel)
    .map((channel) => entry(channel, handlers, log))
}

function entry<C extends InvokeChannel>(channel: C, handlers: Handlers, log: Log): ChannelEntry {
  const handler = handlers[channel]
  return { channel, answer: (raw, trusted) => answer(channel, handler, raw, trusted, log) }
}
