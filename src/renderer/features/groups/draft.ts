import type { Group, GroupDraft } from '../../../shared/domain/group.ts'
import { decimalText } from '../../../shared/domain/rules/money.ts'
import { withoutPiece } from '../../../shared/domain/rules/orderIds.ts'
import { documentedPeriods, type ProxyType } from '../../../shared/domain/rules/proxyTypes.ts'

/** The period that a new group starts with, in days as typed; empty where the vendor documents none. */
export function firstPeriod(proxyType: ProxyType): string {
  const days = documentedPeriods[proxyType][0]
  return days === undefined ? '' : String(days)
}

/** What the editor starts with for a new group. */
export function newDraft(accountId: string, prefill: Partial<GroupDraft>): GroupDraft {
  return {
    id: null,
    accountId,
    name: '',
    proxyType: 'IPv4',
    orderIds: '',
    rentPeriodDays: firstPeriod(prefill.proxyType ?? 'IPv4'),
    promoCode: '',
    // An entry that pays with one click is for those who ask for it.
    showInTray: false,
    priceLimit: '',
    dueDays: '',
    ...prefill,
  }
}

/** What the editor starts with for a saved group: one id a line. */
export function draftOf(group: Group): GroupDraft {
  return {
    id: group.id,
    accountId: group.accountId,
    name: group.name,
    proxyType: group.proxyType,
    orderIds: group.orderIds.join('\n'),
    rentPeriodDays: String(group.rentPeriodDays),
    promoCode: group.promoCode ?? '',
    showInTray: group.showInTray,
    priceLimit: group.priceLimit === null ? '' : decimalText(group.priceLimit),
    dueDays: group.dueDays === null ? '' : String(group.dueDays),
  }
}

/** True when closing would lose something that was typed. */
export function isChanged(start: GroupDraft, now: GroupDraft): boolean {
  return (Object.keys(start) as (keyof GroupDraft)[]).some((key) => start[key] !== now[key])
}

/** A draft of another type. A period nobody typed follows the type; one that was typed stays. */
export function withType(draft: GroupDraft, proxyType: ProxyType): GroupDraft {
  const untouched = draft.rentPeriodDays === '' || draft.rentPeriodDays === firstPeriod(draft.proxyType)
  return {
    ...draft,
    proxyType,
    rentPeriodDays: untouched ? firstPeriod(proxyType) : draft.rentPeriodDays,
  }
}

/** Adds an order id to pasted text, or takes it out; the rest of the text stays as typed. */
export function toggleId(text: string, id: string, on: boolean): string {
  if (on) return text.trim() === '' ? id : `${text.replace(/\s+$/, '')}\n${id}`
  return withoutPiece(text, id)
}
