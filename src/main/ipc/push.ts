import type { z } from 'zod'
import type { PushChannel } from '../../shared/contract/channels.ts'
import { pushSchemas } from '../../shared/contract/schemas.ts'
import type { PushOf } from '../../shared/contract/types.ts'
import type { Log } from './answer.ts'
import { schemaIssues } from './words.ts'

/** A window that can be told something; desktop/mainWindow.ts is one. */
export interface PushTarget {
  readonly send: (channel: PushChannel, message: unknown) => void
}

/**
 * Tells a window something, parsed by the channel's schema first: what does not fit is logged and not sent, what the
 * schema does not name is dropped. False when nothing was sent.
 */
export function push<C extends PushChannel>(
  target: PushTarget,
  channel: C,
  message: PushOf<C>,
  log: Log,
): boolean {
  const schema: z.ZodType = pushSchemas[channel]
  const parsed = schema.safeParse(message)
  if (!parsed.success) {
    log(`${channel}: malformed push of our own: ${schemaIssues(parsed.error)}`)
    return false
  }
  target.send(channel, parsed.data)
  return true
}
