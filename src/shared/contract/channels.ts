/**
 * Every channel between a window and main: its name and its direction, as a value. The preload's bridge, the
 * handlers' table and the test that walks all channels derive from it. `invoke`: a window asks, main answers.
 * `push`: main tells, nobody answers.
 */
export const channels = {
  'snapshot.get': 'invoke',
  'account.connect': 'invoke',
  'account.practice': 'invoke',
  'account.replace-key': 'invoke',
  'account.update': 'invoke',
  'account.remove': 'invoke',
  'account.unlock': 'invoke',
  'group.save': 'invoke',
  'group.duplicate': 'invoke',
  'group.delete': 'invoke',
  'group.restore': 'invoke',
  'group.quote': 'invoke',
  'group.orders': 'invoke',
  'group.find-bad-orders': 'invoke',
  'group.stop-search': 'invoke',
  'group.remove-orders': 'invoke',
  'group.auto-extend': 'invoke',
  'group.last-auto-extend': 'invoke',
  'group.export': 'invoke',
  'group.choose-import': 'invoke',
  'group.import': 'invoke',
  'renewal.start': 'invoke',
  'renewal.confirm': 'invoke',
  'renewal.cancel': 'invoke',
  'renewal.settle': 'invoke',
  'renewal.check': 'invoke',
  'renewal.start-rest': 'invoke',
  'due.plan': 'invoke',
  'due.planSelected': 'invoke',
  'due.include': 'invoke',
  'due.pay': 'invoke',
  'due.cancel': 'invoke',
  'due.stop': 'invoke',
  'due.dismiss': 'invoke',
  'history.page': 'invoke',
  'history.get': 'invoke',
  'history.export': 'invoke',
  'orders.page': 'invoke',
  'orders.refresh': 'invoke',
  'orders.shown': 'invoke',
  'balance.refresh': 'invoke',
  'balance.history': 'invoke',
  'balance.spending': 'invoke',
  'vendor.quote': 'invoke',
  'vendor.periods': 'invoke',
  'vendor.promo-codes': 'invoke',
  'settings.update': 'invoke',
  'update.check': 'invoke',
  'update.download': 'invoke',
  'update.cancel': 'invoke',
  'update.restart': 'invoke',
  'update.show-file': 'invoke',
  'notice.dismiss': 'invoke',
  'link.open': 'invoke',
  'text.copy': 'invoke',
  'diagnostics.copy': 'invoke',
  'state.changed': 'push',
  'renewal.ended': 'push',
  'renewal.checked': 'push',
  'view.open': 'push',
} as const

type Channels = typeof channels

/** Channels that a window may call. */
export type InvokeChannel = {
  [C in keyof Channels]: Channels[C] extends 'invoke' ? C : never
}[keyof Channels]

/** Channels on which main tells windows something. */
export type PushChannel = { [C in keyof Channels]: Channels[C] extends 'push' ? C : never }[keyof Channels]

/** True for a channel that a window may call. */
export function isInvokeChannel(name: string): name is InvokeChannel {
  return Object.hasOwn(channels, name) && channels[name as keyof Channels] === 'invoke'
}
