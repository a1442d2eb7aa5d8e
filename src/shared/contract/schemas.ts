import { z } from 'zod'
import { autoSwitchSchema } from '../domain/autoExtend.ts'
import { maxDueRows } from '../domain/dueRun.ts'
import { findingSchema } from '../domain/finding.ts'
import { groupDraftSchema, groupIdSchema, groupSchema, renewalTermsSchema } from '../domain/group.ts'
import { moneySchema } from '../domain/money.ts'
import { countrySchema, liveOrderSchema, orderIdSchema } from '../domain/order.ts'
import { orderSearchSchema } from '../domain/orderSearch.ts'
import { proxyTypeSchema } from '../domain/proxyType.ts'
import { quoteSchema } from '../domain/quote.ts'
import { outcomeSchema, renewalSchema } from '../domain/renewal.ts'
import { maxOrdersInGroup } from '../domain/rules/orderIds.ts'
import { settingsPatchSchema } from '../domain/settings.ts'
import { monthSpendSchema, paymentSchema, spendSchema } from '../domain/spending.ts'
import type { InvokeChannel, PushChannel } from './channels.ts'
import { groupFileKindSchema, importChoiceSchema } from './groupFiles.ts'
import { balancePointSchema, snapshotChangeSchema, snapshotSchema } from './snapshot.ts'

const nothing = z.null()
const accountId = z.uuid()
const renewalId = z.uuid()

/** A masked key as typed; trimmed in main. Bounded against floods only. */
const keyText = z.string().max(4000)

/** What the guard asks before a renewal, with the single-use confirmation that `Renew anyway` spends. */
export const guardQuestionSchema = z.object({
  confirmationId: z.uuid(),
  groupId: groupIdSchema,
  groupName: z.string().max(80),
  orderCount: z.int(),
  rentPeriodDays: z.int(),
  price: moneySchema.nullable(),
  balance: moneySchema.nullable(),
  findings: z.array(findingSchema).min(1).max(2100),
  /** Ms since the epoch, after which it is worth nothing. */
  expiresAt: z.number(),
})

/** Main's answer to a click on `Renew`: it asks, or it came to an end. */
export const renewalAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asks'), question: guardQuestionSchema }),
  z.object({ kind: z.literal('ended'), renewal: renewalSchema }),
])

/** What the history is narrowed to. */
const historyFilter = {
  accountId,
  groupId: groupIdSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  /** Begun at this moment or later, ms since the epoch; absent: whenever. */
  since: z.number().optional(),
  /** Text looked for in group names and order ids; empty: everything. */
  search: z.string().max(200),
}

/** Request and reply of every channel that a window may call; complete by type. */
export const invokeSchemas = {
  'snapshot.get': { request: nothing, reply: snapshotSchema },
  'account.connect': {
    request: z.object({
      name: z.string().max(2000),
      key: keyText,
      apiUrl: z.string().max(2000),
      /** The person agreed to send the key to a host that is not the default. */
      addressConfirmed: z.boolean(),
      sessionOnly: z.boolean(),
    }),
    reply: z.object({ accountId }),
  },
  'account.practice': { request: nothing, reply: z.object({ accountId }) },
  'account.replace-key': {
    request: z.object({ accountId, key: keyText, sessionOnly: z.boolean() }),
    reply: nothing,
  },
  'account.update': {
    request: z.object({
      accountId,
      /** As typed; absent: left alone. Empty sums: no limit, no warning. */
      name: z.string().max(2000).optional(),
      warnBelow: z.string().max(200).optional(),
      renewalLimit: z.string().max(200).optional(),
      dayLimit: z.string().max(200).optional(),
    }),
    reply: nothing,
  },
  'account.remove': { request: z.object({ accountId, confirmed: z.boolean() }), reply: nothing },
  /** Asks the keychain again, which may ask the person. */
  'account.unlock': { request: z.object({ accountId }), reply: nothing },
  'group.save': {
    request: groupDraftSchema,
    reply: z.object({ group: groupSchema, dropped: z.int() }),
  },
  'group.duplicate': {
    request: z.object({ groupId: groupIdSchema }),
    reply: z.object({ group: groupSchema }),
  },
  'group.delete': { request: z.object({ groupId: groupIdSchema }), reply: nothing },
  'group.restore': { request: z.object({ groupId: groupIdSchema }), reply: nothing },
  'group.quote': { request: z.object({ groupId: groupIdSchema }), reply: quoteSchema },
  /** What the vendor's list, as last read, says of a group's orders: those that are in it. `readAt` null: never read. */
  'group.orders': {
    request: z.object({ groupId: groupIdSchema }),
    reply: z.object({
      orders: z.array(liveOrderSchema).max(maxOrdersInGroup),
      readAt: z.number().nullable(),
    }),
  },
  /** Narrows down by quotes which orders the vendor does not accept; answers at its end. Pays nothing. */
  'group.find-bad-orders': { request: z.object({ groupId: groupIdSchema }), reply: orderSearchSchema },
  'group.stop-search': { request: z.object({ groupId: groupIdSchema }), reply: nothing },
  /** Takes orders out of a group. The last ones stay: a group without orders is none. */
  'group.remove-orders': {
    request: z.object({
      groupId: groupIdSchema,
      orderIds: z.array(orderIdSchema).min(1).max(maxOrdersInGroup),
    }),
    reply: z.object({ group: groupSchema, removed: z.int() }),
  },
  /** `Switch on`, `Switch off`: the vendor's auto-extend for the orders of a group, with its period. Answers at the end. */
  'group.auto-extend': {
    request: z.object({ groupId: groupIdSchema, on: z.boolean() }),
    reply: autoSwitchSchema,
  },
  /** The last such switch of a group, whole, with the vendor's reply; null: there was none. */
  'group.last-auto-extend': {
    request: z.object({ groupId: groupIdSchema }),
    reply: autoSwitchSchema.nullable(),
  },
  /** Asks where to and writes the account's groups there; null where the person changed their mind. */
  'group.export': {
    request: z.object({ accountId, kind: groupFileKindSchema }),
    reply: z.object({ path: z.string().max(4096), count: z.int() }).nullable(),
  },
  /** Asks for a file of groups and says what it would bring; changes nothing. Null where the person changed their mind. */
  'group.choose-import': { request: z.object({ accountId }), reply: importChoiceSchema.nullable() },
  /** Adds the groups of the file that was chosen last. */
  'group.import': {
    request: z.object({ importId: z.uuid() }),
    reply: z.object({ groupIds: z.array(groupIdSchema).max(5000) }),
  },
  'renewal.start': { request: z.object({ groupId: groupIdSchema }), reply: renewalAnswerSchema },
  'renewal.confirm': { request: z.object({ confirmationId: z.uuid() }), reply: renewalAnswerSchema },
  'renewal.cancel': { request: z.object({ confirmationId: z.uuid() }), reply: nothing },
  'renewal.settle': {
    request: z.object({ renewalId, decision: z.enum(['it-went-through', 'it-did-not']) }),
    reply: renewalSchema,
  },
  /** `Check again`: looks at the vendor for an `unknown` now; gives it as it stands afterwards. */
  'renewal.check': { request: z.object({ renewalId }), reply: renewalSchema },
  /** `Renew the N that did not move`: the orders of an `unknown` whose ends did not, under the guard. */
  'renewal.start-rest': { request: z.object({ renewalId }), reply: renewalAnswerSchema },
  /** `Renew all due…`: asks for the price of every group that is due, of one account or (null) of all. Pays nothing. */
  'due.plan': { request: z.object({ accountId: accountId.nullable() }), reply: nothing },
  'due.planSelected': {
    request: z.object({ groupIds: z.array(groupIdSchema).min(1).max(maxDueRows) }),
    reply: nothing,
  },
  /** Ticks a group of the plan, or takes it out. */
  'due.include': {
    request: z.object({ runId: z.uuid(), groupId: groupIdSchema, on: z.boolean() }),
    reply: nothing,
  },
  /** `Pay <sum>`: spends the plan's single-use confirmation; answers at the end of the run. */
  'due.pay': { request: z.object({ confirmationId: z.uuid() }), reply: nothing },
  'due.cancel': { request: z.object({ runId: z.uuid() }), reply: nothing },
  /** `Stop after this one`. */
  'due.stop': { request: z.object({ runId: z.uuid() }), reply: nothing },
  /** The results of a run were seen. */
  'due.dismiss': { request: nothing, reply: nothing },
  'history.page': {
    request: z.object({
      ...historyFilter,
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    reply: z.object({
      /** `unknown` first, then the newest first. */
      rows: z.array(renewalSchema).max(200),
      total: z.int(),
      /** What all that was found cost together, and may have cost; null: told with the first page only. */
      spent: z.array(spendSchema).max(50).nullable(),
    }),
  },
  'history.get': { request: z.object({ renewalId }), reply: renewalSchema },
  /** Asks where to and writes what the filter finds there as CSV; null where the person changed their mind. */
  'history.export': {
    request: z.object(historyFilter),
    reply: z.object({ path: z.string().max(4096), count: z.int(), unreadable: z.int() }).nullable(),
  },
  'orders.page': {
    request: z.object({
      accountId,
      proxyType: proxyTypeSchema.nullable(),
      /** A country exactly as the vendor lists it. */
      country: countrySchema.nullable(),
      /** Only what ends within so many days, or has ended. */
      endsWithinDays: z.int().min(1).max(3650).nullable(),
      /** Only orders that are in no group of the account. */
      ungrouped: z.boolean(),
      search: z.string().max(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    reply: z.object({
      rows: z
        .array(z.object({ order: liveOrderSchema, groupNames: z.array(z.string().max(80)).max(100) }))
        .max(500),
      /** How many orders the filter leaves. */
      total: z.int(),
      /** Every country of the account's orders, sorted, whatever the filter. */
      countries: z.array(countrySchema).max(300),
    }),
  },
  'orders.refresh': { request: z.object({ accountId }), reply: nothing },
  /** The groups with the ends of this very list (`readAt`) are before a person's eyes: only then an end counts as shown. */
  'orders.shown': { request: z.object({ accountId, readAt: z.number() }), reply: nothing },
  'balance.refresh': { request: z.object({ accountId }), reply: nothing },
  'balance.history': {
    request: z.object({ accountId, since: z.number() }),
    reply: z.object({
      /** The newest reading's; null: nothing was read. */
      currency: z.string().max(16).nullable(),
      /** In that currency, oldest first; the first may be older than asked: it still held then. */
      points: z.array(balancePointSchema).max(1500),
      /** Number of readings in other currencies, which are not among the points. */
      otherReadings: z.int(),
      /** The newest renewals since then, or since the first point, that are paid or may be; oldest first. */
      payments: z.array(paymentSchema).max(1000),
      /** What all of those renewals cost. */
      spent: z.array(spendSchema).max(50),
    }),
  },
  /** What an account's renewals of the last twelve months cost, the newest month first. */
  'balance.spending': {
    request: z.object({ accountId }),
    reply: z.object({ months: z.array(monthSpendSchema).max(12) }),
  },
  /** What renewing on these terms would cost now, of a group that need not be saved. Pays nothing. */
  'vendor.quote': { request: renewalTermsSchema, reply: quoteSchema },
  'vendor.periods': {
    request: z.object({ accountId, proxyType: proxyTypeSchema }),
    reply: z.object({ rentPeriodDays: z.array(z.int()).max(100), live: z.boolean() }),
  },
  'vendor.promo-codes': {
    request: z.object({ accountId }),
    reply: z.object({
      promoCodes: z
        .array(
          z.object({
            code: z.string().max(80),
            /** The vendor's discount in percent as it came; null when unreadable. */
            discount: z.number().nullable(),
            endsAt: z.number().nullable(),
          }),
        )
        .max(200),
    }),
  },
  'settings.update': { request: settingsPatchSchema, reply: nothing },
  /** Looks for a newer version now; what it finds is part of the snapshot, as is what becomes of the rest. */
  'update.check': { request: nothing, reply: nothing },
  /** Downloads the newer version's package and checks it. Installs nothing. */
  'update.download': { request: nothing, reply: nothing },
  /** Ends a download, or the waiting for a restart. */
  'update.cancel': { request: nothing, reply: nothing },
  /** Starts the version that was installed meanwhile, once nothing that pays is on its way. */
  'update.restart': { request: nothing, reply: nothing },
  /** Shows the downloaded package in the person's file manager. */
  'update.show-file': { request: nothing, reply: nothing },
  'notice.dismiss': { request: z.object({ id: z.string().max(80) }), reply: nothing },
  /** External pages, by an exact list; never a URL from a window. */
  'link.open': { request: z.object({ link: z.enum(['vendor', 'data-folder']) }), reply: nothing },
  'text.copy': { request: z.object({ text: z.string().max(400_000) }), reply: nothing },
  /** `Copy diagnostics`: main puts the text together and into the clipboard; it never comes into the page. */
  'diagnostics.copy': { request: nothing, reply: nothing },
} as const satisfies Record<InvokeChannel, { request: z.ZodType; reply: z.ZodType }>

/** What main tells windows; complete by type. */
export const pushSchemas = {
  'state.changed': snapshotChangeSchema,
  /** A renewal came to an end; announced once by the window that has the focus. */
  'renewal.ended': z.object({ renewal: renewalSchema }),
  /** The vendor was looked at for an `unknown`: it has new evidence, and may be settled. */
  'renewal.checked': z.object({ renewal: renewalSchema }),
  /** Opens the right place: a view, a group in it, and perhaps the guard's dialog. */
  'view.open': z.object({
    view: z.enum(['groups', 'history', 'settings']),
    accountId: accountId.nullable(),
    groupId: groupIdSchema.nullable(),
    renewalId: renewalId.nullable(),
    question: guardQuestionSchema.nullable(),
    /** `Renew all due` comes back into sight, where it goes on. */
    due: z.boolean(),
  }),
} as const satisfies Record<PushChannel, z.ZodType>
