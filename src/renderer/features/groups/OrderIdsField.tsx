import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { endsInWords } from '../../../shared/domain/rules/ends.ts'
import { parseOrderIds, withoutPiece } from '../../../shared/domain/rules/orderIds.ts'
import type { ProxyType } from '../../../shared/domain/rules/proxyTypes.ts'
import { Field } from '../../ui/Field.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { toggleId } from './draft.ts'
import { IdChips } from './IdChips.tsx'
import { idChips } from './idChips.ts'
import { idFacts, type OtherGroup } from './idFacts.ts'
import { countWords, idHints } from './idHints.ts'
import type { OrderRow } from './offers.ts'

/** Where ids are pasted in any form, counted as they come, or picked from the vendor's list. */
export function OrderIdsField({
  value,
  onChange,
  proxyType,
  others,
  rows,
  whole,
  error,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly proxyType: ProxyType
  /** The account's other groups. */
  readonly others: readonly OtherGroup[]
  readonly rows: readonly OrderRow[] | null
  /** False: `rows` are only the first of the vendor's list. */
  readonly whole: boolean
  readonly error: string | undefined
}) {
  const parsed = useMemo(() => parseOrderIds(value), [value])
  const facts = useMemo(
    () => idFacts(parsed.ids, { proxyType, rows, whole, others }),
    [parsed, proxyType, rows, whole, others],
  )
  const hints = useMemo(() => idHints(facts), [facts])
  const chips = useMemo(() => idChips(value, parsed, facts), [value, parsed, facts])
  const words = pageWords().groupRows.ids
  const hint = (
    <>
      {parsed.ids.length + parsed.invalid.length > 0 ? (
        <p className="num untrusted">{countWords(parsed)}</p>
      ) : (
        <p>{words.paste}</p>
      )}
      {hints.map((text) => (
        <p className="id-hint untrusted" key={text}>
          <TriangleAlert size={12} aria-hidden="true" /> {text}
        </p>
      ))}
    </>
  )
  return (
    <div className="field">
      <Field label={words.label} hint={hint} error={error}>
        {(control) => (
          <textarea
            {...control}
            className="input mono"
            spellCheck={false}
            autoComplete="off"
            rows={5}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {chips.length > 0 && (
        <IdChips chips={chips} onRemove={(piece) => onChange(withoutPiece(value, piece))} />
      )}
      {rows && rows.length > 0 && (
        <OrderPicker
          rows={rows.filter((row) => row.order.proxyType === proxyType)}
          chosen={parsed.ids}
          onToggle={(id, on) => onChange(toggleId(value, id, on))}
        />
      )}
    </div>
  )
}

/** The live orders of the type, to tick. Hidden until asked for. */
function OrderPicker({
  rows,
  chosen,
  onToggle,
}: {
  readonly rows: readonly OrderRow[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string, on: boolean) => void
}) {
  const words = pageWords().groupRows.ids
  const now = Date.now()
  const ticked = useMemo(() => new Set(chosen), [chosen])
  return (
    <details className="picker">
      <summary>{words.pick(rows.length)}</summary>
      <ul className="picker-list scroll">
        {rows.map(({ order }) => (
          <li key={order.orderId}>
            <label className="picker-row">
              <input
                type="checkbox"
                checked={ticked.has(order.orderId)}
                onChange={(event) => onToggle(order.orderId, event.target.checked)}
              />
              <span className="mono untrusted">{order.orderId}</span>
              <span className="faint small num">
                {words.addresses(order.addresses)}
                {order.countries.length > 0 && ` · ${order.countries.slice(0, 3).join(', ')}`}
                {order.endsAt !== null && ` · ${endsInWords(order.endsAt, now)}`}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
