import { TriangleAlert, X } from 'lucide-react'
import { pageWords } from '../../words/pageWords.ts'
import type { IdChip } from './idChips.ts'
import './chips.css'

/** The most chips drawn, and the most characters of one: a pasted novel must not slow the typing. */
const mostShown = 40
const longest = 72

/**
 * What was read from the pasted text, each id a chip. Its cross takes it out of the text; with the keyboard that is done
 * in the text itself, so that forty crosses do not stand in the way of the next field.
 */
export function IdChips({
  chips,
  onRemove,
}: {
  readonly chips: readonly IdChip[]
  readonly onRemove: (piece: string) => void
}) {
  const words = pageWords().groups.chips
  const more = chips.length - mostShown
  return (
    <ul className="chips" aria-label={words.list}>
      {chips.slice(0, mostShown).map(({ piece, tone, marks }) => (
        <li key={piece} className={`chip chip-${tone}`}>
          {tone !== 'good' && <TriangleAlert size={12} aria-hidden="true" />}
          <span className="mono chip-id untrusted">{piece.slice(0, longest)}</span>
          {marks.length > 0 && (
            <span className="chip-mark untrusted" title={marks.join(', ')}>
              {marks.join(', ')}
            </span>
          )}
          <button
            type="button"
            className="chip-remove"
            tabIndex={-1}
            aria-label={words.remove(piece.slice(0, longest))}
            title={words.remove(piece.slice(0, longest))}
            onClick={() => onRemove(piece)}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
      {more > 0 && <li className="chip-more soft small num">{words.more(more)}</li>}
    </ul>
  )
}
