import type { AutoSwitch } from '../../../shared/domain/autoExtend.ts'

/**
 * A switch as plain text, for the vendor's support. Times are UTC; no key is in it, and no name that only this person
 * uses. English in every language: it is read there.
 */
export function switchText({ id, askedAt, request, end }: AutoSwitch): string {
  const { proxyType, orderIds, rentPeriodDays, autoExtend } = request
  return [
    `Switch of auto-extend ${id}`,
    `Asked at: ${new Date(askedAt).toISOString()}`,
    'Request: POST extend/order/auto',
    `  proxyType: ${proxyType}`,
    `  orderIds: ${orderIds.join(', ')}`,
    `  rentPeriodDays: ${rentPeriodDays}`,
    `  autoExtend: ${autoExtend}`,
    `Ended at: ${end ? new Date(end.at).toISOString() : '(no answer was recorded)'}`,
    `HTTP status: ${end?.httpStatus ?? '(none)'}`,
    `What happened: ${end?.detail ?? 'no answer was recorded'}`,
    ...(end?.reply ? ['Reply as received:', end.reply] : []),
  ].join('\n')
}
