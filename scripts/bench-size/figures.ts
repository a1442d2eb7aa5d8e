/** The middle of some figures; NaN of none. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** The figure below which this share of them lies, 0 to 1; between two of them it is interpolated. NaN of none. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  return low + (high - low) * (at - Math.floor(at))
}

/** `812 ms (790–850)`: the middle, and the middle half. */
export function spreadWords(figures: readonly number[]): string {
  const part = (share: number): string => quantile(figures, share).toFixed(0)
  return `${part(0.5)} ms (${part(0.25)}–${part(0.75)})`
}

/** Rows under a head, in columns that fit. */
export function tableWords(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, at) => Math.max(known[at] ?? 0, cell.length)),
    [],
  )
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
