import { useEffect, useState } from 'react'
import { documentedPeriods, type ProxyType } from '../../../shared/domain/rules/proxyTypes.ts'
import { formatDate } from '../../../shared/words/intl.ts'
import { call } from '../../state/bridge.ts'
import type { Suggestion } from '../../ui/SuggestField.tsx'
import { pageWords } from '../../words/pageWords.ts'

/** The rental periods of a type: the documented ones at once, the vendor's own as soon as they are read. */
export function usePeriods(accountId: string, proxyType: ProxyType): readonly Suggestion[] {
  const [live, setLive] = useState<{ readonly type: ProxyType; readonly days: readonly number[] } | null>(
    null,
  )
  useEffect(() => {
    let current = true
    void call('vendor.periods', { accountId, proxyType }).then((answer) => {
      if (current && answer.ok) setLive({ type: proxyType, days: answer.value.rentPeriodDays })
    })
    return () => {
      current = false
    }
  }, [accountId, proxyType])
  const days = live?.type === proxyType ? live.days : documentedPeriods[proxyType]
  return days.map((one) => ({ value: String(one), note: pageWords().groups.editor.day(one) }))
}

/** The account's promo codes with their discount and end; empty until read. */
export function usePromoCodes(accountId: string): readonly Suggestion[] {
  const [codes, setCodes] = useState<readonly Suggestion[]>([])
  useEffect(() => {
    let current = true
    void call('vendor.promo-codes', { accountId }).then((answer) => {
      if (!current || !answer.ok) return
      const words = pageWords().groups.editor
      setCodes(
        answer.value.promoCodes.map(({ code, discount, endsAt }) => ({
          value: code,
          note: [
            discount === null ? '' : words.promoOff(discount),
            endsAt === null ? '' : words.promoUntil(formatDate(endsAt)),
          ]
            .filter((part) => part !== '')
            .join(', '),
        })),
      )
    })
    return () => {
      current = false
    }
  }, [accountId])
  return codes
}
