import { z } from 'zod'

/**
 * What crosses instead of an exception. `fields`: a message per refused field of a form. `asks`: main needs a word
 * from the person first (see the message). No stacks, no URLs, no key.
 */
export const contractErrorSchema = z.object({
  kind: z.enum([
    'forbidden',
    'bad-request',
    'fields',
    'asks',
    'not-found',
    'key',
    'vendor',
    'offline',
    'disk',
    'internal',
  ]),
  message: z.string().max(1000),
  fields: z.record(z.string().max(40), z.string().max(400)).optional(),
})
/** What crosses instead of an exception. */
export type ContractError = z.infer<typeof contractErrorSchema>
