/** Stages in days from a person's text, most days first; null when they are none. */
export function stagesOf(text: string): number[] | null {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  const days = words.map(Number)
  const isRight =
    days.length >= 1 &&
    days.length <= 5 &&
    new Set(days).size === days.length &&
    days.every((one) => Number.isInteger(one) && one >= 1 && one <= 60)
  return isRight ? days.toSorted((a, b) => b - a) : null
}

/** `7, 3, 1`. */
export function stagesText(stages: readonly number[]): string {
  return stages.toSorted((a, b) => b - a).join(', ')
}
