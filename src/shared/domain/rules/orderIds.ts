/** What was found in a pasted text: ids in their order, each once; how many repeats were dropped; what can be no id. */
export interface ParsedOrderIds {
  readonly ids: readonly string[]
  readonly dropped: number
  readonly invalid: readonly string[]
}

/** The longest order id kept, in characters. The vendor's are digits or hex up to 19 "and longer" (API.md). */
export const maxOrderIdLength = 64

/** The most orders a group may hold: a bound against a pasted novel, far above a reseller's 500. */
export const maxOrdersInGroup = 2000

// Unicode spaces and line breaks (\s), BOM and zero-width characters, commas and semicolons (full-width, small,
// ideographic and Arabic too), straight and curly quotes, and all that Unicode calls opening or closing punctuation
// (\p{Ps} … \p{Pf}: brackets and quotes of every script; DESIGN.md, group editor). Not the soft hyphen: it stands
// within a word, and would make two wrong ids of one.
const separators =
  /[\s\u0085\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff,;\uff0c\uff1b\u3001\uff64\u060c\u061b\u037e\ufe10\ufe11\ufe14\ufe50\ufe51\ufe54"'`\u00b4\uff02\uff07<>\uff1c\uff1e\p{Ps}\p{Pe}\p{Pi}\p{Pf}]+/u

const separatorsKept = new RegExp(`(${separators.source})`, 'u')

const idShape = /^[0-9A-Za-z_-]+$/

/** What stands between the separators of a pasted text, in its order and as often as it is there. */
export function piecesOf(text: string): readonly string[] {
  return text.split(separators).filter((piece) => piece !== '')
}

/** The text without one of its pieces, wherever that stands, and without what separated it from the next. */
export function withoutPiece(text: string, piece: string): string {
  const parts = text.split(separatorsKept)
  // Pieces and separators by turns, a piece (perhaps an empty one) first.
  const kept = parts.filter((part, at) => {
    const own = at % 2 === 0 ? part : parts[at - 1]
    return own !== piece
  })
  return kept.join('').trim()
}

/** Reads order ids from text pasted in any form. Ids stay text from end to end: 19 digits do not fit a number. */
export function parseOrderIds(text: string): ParsedOrderIds {
  const pieces = piecesOf(text)
  const seen = new Set<string>()
  const invalid = new Set<string>()
  let dropped = 0
  for (const piece of pieces) {
    if (!idShape.test(piece) || piece.length > maxOrderIdLength) invalid.add(piece)
    else if (seen.has(piece)) dropped += 1
    else seen.add(piece)
  }
  return { ids: [...seen], dropped, invalid: [...invalid] }
}
