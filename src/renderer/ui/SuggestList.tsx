import { useEffect, useRef } from 'react'
import { pageWords } from '../words/pageWords.ts'

/** A value on offer, and a word about it. */
export interface Suggestion {
  readonly value: string
  readonly note?: string
}

/**
 * The open list of a combobox. It lies inside the scrolling part of its dialog, so that it never covers the buttons
 * at the foot, and it takes no focus: that stays in the field.
 */
export function SuggestList({
  id,
  suggestions,
  at,
  value,
  onPick,
}: {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  /** The place the arrows are at; -1: nowhere. */
  readonly at: number
  readonly value: string
  readonly onPick: (index: number) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const highlighted = at >= 0 ? list.current?.children[at] : list.current
    highlighted?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div
      id={id}
      ref={list}
      className="popup suggest-list scroll"
      role="listbox"
      aria-label={pageWords().app.choices}
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
    >
      {suggestions.map((item, index) => (
        <div
          key={item.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={item.value === value}
          tabIndex={-1}
          className="popup-item"
          data-highlighted={index === at || undefined}
          onPointerUp={() => onPick(index)}
        >
          <span className="num untrusted">{item.value}</span>
          {item.note && <span className="faint small">{item.note}</span>}
        </div>
      ))}
    </div>
  )
}
