import { useEffect, useMemo, useState } from 'react'
import { call } from '../../state/bridge.ts'
import { pageWords } from '../../words/pageWords.ts'
import { type PricedDraft, quoteWords, termsOf } from './draftQuote.ts'

/** Ms without a change after which the price is asked for: nobody wants one for each letter typed. */
const quietMs = 700

/** The price line of the editor. */
export interface DraftQuote {
  readonly tone: 'plain' | 'off'
  readonly text: string
}

/**
 * What the draft would cost now, kept up with the typing; before that, what is missing. An answer about terms that were
 * changed meanwhile is dropped. Asks for a quote only: nothing is paid.
 */
export function useDraftQuote(draft: PricedDraft): DraftQuote {
  const { accountId, proxyType, orderIds, rentPeriodDays, promoCode } = draft
  const terms = useMemo(
    () => termsOf({ accountId, proxyType, orderIds, rentPeriodDays, promoCode }),
    [accountId, proxyType, orderIds, rentPeriodDays, promoCode],
  )
  const [answered, setAnswered] = useState<{ readonly for: typeof terms; readonly quote: DraftQuote } | null>(
    null,
  )
  useEffect(() => {
    if (!terms) return
    let current = true
    const ask = async () => {
      const answer = await call('vendor.quote', terms)
      if (!current) return
      const words = pageWords().groups.quote
      const quote: DraftQuote = answer.ok
        ? { tone: 'plain', text: quoteWords(answer.value) }
        : { tone: 'off', text: words.none(answer.error.message) }
      setAnswered({ for: terms, quote })
    }
    const timer = setTimeout(() => void ask(), quietMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [terms])
  if (answered && answered.for === terms) return answered.quote
  const { asking, waiting } = pageWords().groups.quote
  return { tone: 'plain', text: terms ? asking : waiting }
}
