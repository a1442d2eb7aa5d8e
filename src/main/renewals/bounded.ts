/** Cuts a text to what a journal's column takes, with an ellipsis: a too long word must never lose the row. */
export function bounded(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text
}
