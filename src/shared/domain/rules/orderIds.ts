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

// Unicode spaces and line breaks (\s), BOM and zero-width characters, commas and semicolons (full-width and
// ideographic too), straight and curly quotes, brackets of every common kind (DESIGN.md, group editor).
const separators =
  /[\s\u0085\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff,;\uff0c\uff1b\u3001\u060c\u061b"'`\u00b4\u2018-\u201f\u00ab\u00bb\u2039\u203a\uff02\uff07()[\]{}<>\uff08\uff09\uff3b\uff3d\uff5b\uff5d\u3008-\u3011]+/u

const idShape = /^[0-9A-Za-z_-]+$/

/** Reads order ids from text pasted in any form. Ids stay text from end to end: 19 digits do not fit a number. */
export function parseOrderIds(text: string): ParsedOrderIds {
  const pieces = text.split(separators).filter((piece) => piece !== '')
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
