// What a spreadsheet would run as a formula (OWASP, CSV injection), full-width forms too; and the guard itself, so that
// taking it off gives back what was there.
const formula = /^[=+\-@|%\t\r\n'\uff1d\uff0b\uff0d\uff20]/
// What it would read as a number, a date or a time: of an id of 19 digits only 15 would be left.
const numberLike = /^(?=.*\d)[\d\s.,:;/eE+-]+$/

function needsGuard(text: string): boolean {
  return formula.test(text) || numberLike.test(text)
}

/** A text for a cell, with an apostrophe before it where a spreadsheet would take it for a formula or a number. */
export function guardCell(text: string): string {
  return needsGuard(text) ? `'${text}` : text
}

/** Takes that apostrophe off again: `unguardCell(guardCell(text))` is the text. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell
}
