import { useEffect, useState } from 'react'
import type { BalancePoint } from '../../../shared/contract/snapshot.ts'
import type { Account } from '../../../shared/domain/account.ts'
import { day } from '../../../shared/domain/rules/ends.ts'
import { type Amount, formatMoney } from '../../../shared/domain/rules/money.ts'
import { call } from '../../state/bridge.ts'
import { useBalance } from '../../state/selectors.ts'
import { dateWords } from '../../words/time.ts'
import { chartShape, pointsOf } from './chartScale.ts'

const size = { width: 360, height: 72 }
const span = 30 * day

/** The balance of the last 30 days as steps, with the threshold; its figures stand beside it in words. */
export function BalanceChart({ account }: { readonly account: Account }) {
  const balance = useBalance(account.id)
  const [read, setRead] = useState<{ readonly points: BalancePoint[]; readonly at: number } | null>(null)
  const readAt = balance?.readAt ?? 0
  useEffect(() => {
    let current = true
    const at = Math.max(readAt, Date.now())
    void call('balance.history', { accountId: account.id, since: at - span }).then((answer) => {
      if (current && answer.ok) setRead({ points: answer.value.points, at })
    })
    return () => {
      current = false
    }
  }, [account.id, readAt])
  if (!read) return <div className="skeleton chart-wait" aria-hidden="true" />
  const currency = balance?.money?.currency ?? read.points.at(-1)?.currency ?? ''
  const points = pointsOf(read.points, currency)
  const from = Math.max(read.at - span, points[0]?.at ?? 0)
  const shape = chartShape(points, from, read.at, account.warnBelow, size)
  if (!shape) return <p className="faint small">The balance chart appears after a few readings.</p>
  const sum = (units: Amount) => formatMoney({ amount: units, currency })
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none" aria-hidden="true">
        <path className="chart-area" d={shape.area} />
        <path className="chart-line" d={shape.line} />
        {shape.threshold !== null && (
          <line
            className="chart-threshold"
            x1="0"
            x2={size.width}
            y1={shape.threshold}
            y2={shape.threshold}
          />
        )}
      </svg>
      <figcaption className="small soft num">
        Since {dateWords(from)}: lowest {sum(shape.low)}, highest {sum(shape.high)}
      </figcaption>
    </figure>
  )
}
