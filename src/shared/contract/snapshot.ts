import { z } from 'zod'
import { accountSchema } from '../domain/account.ts'
import { autoExtendViewSchema } from '../domain/autoExtend.ts'
import { dueRunSchema } from '../domain/dueRun.ts'
import { groupSchema } from '../domain/group.ts'
import { amountSchema, moneySchema } from '../domain/money.ts'
import { orderSearchSchema } from '../domain/orderSearch.ts'
import { outcomeSchema } from '../domain/renewal.ts'
import { settingsSchema } from '../domain/settings.ts'
import { updatesViewSchema } from '../domain/updates.ts'
import { languages } from '../words/language.ts'

/** The balance of one account as windows show it. */
export const balanceViewSchema = z.object({
  accountId: z.uuid(),
  /** The last figure read; null before the first. */
  money: moneySchema.nullable(),
  /** When it was read, ms since the epoch; null before the first. */
  readAt: z.number().nullable(),
  /** True while a read is under way. */
  reading: z.boolean(),
  /** Why the last read failed, in words; null when it did not. */
  problem: z.string().max(400).nullable(),
  /** True when the vendor could not be reached at the last read. */
  offline: z.boolean(),
  /** True while the balance stands below the account's threshold. */
  low: z.boolean(),
  /**
   * When the account's reads go out again by themselves, ms since the epoch; null unless the vendor asked to wait
   * (HTTP 429, Retry-After).
   */
  nextTryAt: z.number().nullable(),
})
/** The balance of one account as windows show it. */
export type BalanceView = z.infer<typeof balanceViewSchema>

/** How far an account's balance reaches, in words; always an estimate, and marked as one. */
export const forecastViewSchema = z.object({
  accountId: z.uuid(),
  words: z.string().max(300),
  /** `short`: it does not cover the groups that have to be renewed so soon that it is to be warned of. */
  tone: z.enum(['short', 'fine', 'unknown']),
})
/** How far an account's balance reaches, in words. */
export type ForecastView = z.infer<typeof forecastViewSchema>

/** A group as its row shows it. */
export const groupViewSchema = z.object({
  group: groupSchema,
  /** Addresses of its orders; null until the vendor's list was read. */
  addresses: z.int().nullable(),
  /** Soonest end of its orders, ms since the epoch; null when unknown. */
  endsAt: z.number().nullable(),
  /** Order ids that the vendor does not list, are of another type, or stand in another group: pointed out, never refused. */
  notListed: z.array(z.string().max(64)).max(2000),
  otherType: z.array(z.string().max(64)).max(2000),
  inOtherGroups: z.array(z.object({ orderId: z.string().max(64), groupName: z.string().max(80) })).max(2000),
  /** What is going on with it now. */
  phase: z.enum(['idle', 'quoting', 'sending']),
  /** The last renewal; null: none yet. */
  last: z
    .object({
      renewalId: z.uuid(),
      outcome: outcomeSchema.nullable(),
      at: z.number(),
      /** One sentence about it. */
      detail: z.string().max(1000),
      price: moneySchema.nullable(),
      balanceAfter: moneySchema.nullable(),
      /** The vendor did not accept its order ids (error 29), and the group still holds them: one of them is bad. */
      badOrders: z.boolean(),
    })
    .nullable(),
  /** The price last shown for it. */
  lastPrice: moneySchema.nullable(),
  /** The search for the orders that the vendor does not accept; null: none since the group is as it is. */
  search: orderSearchSchema.nullable(),
  /** The vendor's own auto-extend: how it stands for its orders, and the last press that switched it. */
  autoExtend: autoExtendViewSchema,
})
/** A group as its row shows it. */
export type GroupView = z.infer<typeof groupViewSchema>

/** Something that a person has to know and nothing else tells: a restored database, an outcome the disk refused. */
export const noticeSchema = z.object({
  id: z.string().max(80),
  severity: z.enum(['info', 'warning', 'error']),
  title: z.string().max(120),
  text: z.string().max(1000),
  dismissible: z.boolean(),
})
/** Something that a person has to know. */
export type Notice = z.infer<typeof noticeSchema>

/** Facts about this installation. */
export const aboutSchema = z.object({
  version: z.string().max(40),
  dataFolder: z.string().max(4096),
  /** What the connect form offers as the API address. */
  defaultApiUrl: z.string().max(300),
  platform: z.string().max(20),
  /** What is spoken now: the settings may leave it to the system. */
  language: z.enum(languages),
  /** False where no tray exists: then closing the window quits. */
  hasTray: z.boolean(),
})

/** Everything a window starts from; then it receives pushes of the parts that changed. */
export const snapshotSchema = z.object({
  /** Grows with every change; a push older than what a window has is dropped by it. */
  version: z.int(),
  accounts: z.array(accountSchema).max(100),
  groups: z.array(groupViewSchema).max(5000),
  balances: z.array(balanceViewSchema).max(100),
  /** One for each account that has groups. */
  forecasts: z.array(forecastViewSchema).max(100),
  /** Orders listed by the vendor per account: their number and the age of the list. */
  orders: z
    .array(
      z.object({
        accountId: z.uuid(),
        count: z.int(),
        readAt: z.number().nullable(),
        reading: z.boolean(),
        problem: z.string().max(400).nullable(),
        /** Records in the vendor's list that could not be understood. */
        notUnderstood: z.int(),
        /** Records in it that say again what another says: each address counts once. */
        repeated: z.int(),
        /** Listed orders that are in no group of the account. */
        ungrouped: z.int(),
      }),
    )
    .max(100),
  /** Number of `unknown` renewals that wait to be settled, per account. */
  unsettled: z.array(z.object({ accountId: z.uuid(), count: z.int() })).max(100),
  /** `Renew all due`: its plan, its payment, its results; null: there is none. */
  dueRun: dueRunSchema.nullable(),
  settings: settingsSchema,
  notices: z.array(noticeSchema).max(50),
  /** Newer versions of Leasebar. */
  updates: updatesViewSchema,
  about: aboutSchema,
})
/** Everything a window starts from. */
export type Snapshot = z.infer<typeof snapshotSchema>

/** A push: the parts that changed, each whole. */
export const snapshotChangeSchema = snapshotSchema.partial().required({ version: true })
/** A push: the parts that changed, each whole. */
export type SnapshotChange = z.infer<typeof snapshotChangeSchema>

/** A point of the balance's history. */
export const balancePointSchema = z.object({
  at: z.number(),
  amount: amountSchema,
  currency: z.string().max(16),
})
/** A point of the balance's history. */
export type BalancePoint = z.infer<typeof balancePointSchema>
