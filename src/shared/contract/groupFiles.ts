import { z } from 'zod'
import { proxyTypeSchema } from '../domain/proxyType.ts'

/** The kinds of file that groups are exported to. */
export const groupFileKindSchema = z.enum(['json', 'csv'])

/** What an import would do with one group of the file. */
export const plannedGroupViewSchema = z.object({
  /** `new`: it is added. `renamed`: added under another name, its own is taken. `same`: it is there already. */
  fate: z.enum(['new', 'renamed', 'same']),
  name: z.string().max(80),
  /** The name in the file. */
  wasName: z.string().max(80),
  proxyType: proxyTypeSchema,
  orders: z.int(),
  rentPeriodDays: z.int(),
  promoCode: z.string().max(80).nullable(),
})
/** What an import would do with one group of the file. */
export type PlannedGroupView = z.infer<typeof plannedGroupViewSchema>

/** A file that was chosen to import: what it would bring, or why it is not taken. Nothing has changed yet. */
export const importChoiceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan'),
    importId: z.uuid(),
    file: z.string().max(300),
    groups: z.array(plannedGroupViewSchema).max(5000),
  }),
  z.object({
    kind: z.literal('refused'),
    file: z.string().max(300),
    /** `line` from 1; null: about the whole file. */
    problems: z.array(z.object({ line: z.int().nullable(), reason: z.string().max(600) })).max(50),
    /** How many problems more there are. */
    more: z.int(),
  }),
])
/** A file that was chosen to import. */
export type ImportChoice = z.infer<typeof importChoiceSchema>
