import type { InvokeChannel } from '../../../src/shared/contract/channels.ts'
import type { ParsedRequestOf } from '../../../src/shared/contract/types.ts'

const id = '0b1f8f3e-6a43-4f4e-9d0e-7b1f4b0f5a11'
const accountId = id
const groupId = id

/** A well-formed request of every channel; complete by type, so that a new channel has to bring its own. */
export const requestSamples: { readonly [C in InvokeChannel]: ParsedRequestOf<C> } = {
  'snapshot.get': null,
  'account.connect': {
    name: 'Main',
    key: 'k',
    apiUrl: 'https://youproxy.io',
    addressConfirmed: false,
    sessionOnly: false,
  },
  'account.practice': null,
  'account.replace-key': { accountId, key: 'k', sessionOnly: false },
  'account.update': { accountId, name: 'Main' },
  'account.remove': { accountId, confirmed: false },
  'account.unlock': { accountId },
  'group.save': {
    id: null,
    accountId,
    name: 'Shop',
    proxyType: 'IPv4',
    orderIds: '1 2',
    rentPeriodDays: '30',
    promoCode: '',
    showInTray: true,
    priceLimit: '',
    dueDays: '',
  },
  'group.duplicate': { groupId },
  'group.delete': { groupId },
  'group.restore': { groupId },
  'group.quote': { groupId },
  'group.find-bad-orders': { groupId },
  'group.stop-search': { groupId },
  'group.remove-orders': { groupId, orderIds: ['1'] },
  'renewal.start': { groupId },
  'renewal.confirm': { confirmationId: id },
  'renewal.cancel': { confirmationId: id },
  'renewal.settle': { renewalId: id, decision: 'it-did-not' },
  'renewal.check': { renewalId: id },
  'renewal.start-rest': { renewalId: id },
  'history.page': { accountId, groupId: null, outcome: null, search: '', offset: 0, limit: 50 },
  'history.get': { renewalId: id },
  'orders.page': { accountId, proxyType: null, search: '', offset: 0, limit: 50 },
  'orders.refresh': { accountId },
  'orders.shown': { accountId, readAt: 5 },
  'balance.refresh': { accountId },
  'balance.history': { accountId, since: 0 },
  'vendor.periods': { accountId, proxyType: 'ISP' },
  'vendor.promo-codes': { accountId },
  'settings.update': { theme: 'dark' },
  'notice.dismiss': { id: 'restored' },
  'link.open': { link: 'vendor' },
  'text.copy': { text: 'words' },
}
