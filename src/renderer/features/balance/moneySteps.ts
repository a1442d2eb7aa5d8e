/**
 * Every step between two round sums, in ten-thousandths: a cent, two, five, ten and so on, beyond any sum that there is.
 * The money's axis has them, and what is dragged along it.
 */
export const moneySteps: readonly number[] = Array.from({ length: 13 }, (_, power) =>
  [1, 2, 5].map((digit) => digit * 100 * 10 ** power),
).flat()
