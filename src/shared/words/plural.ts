const english = new Intl.PluralRules('en')
const russian = new Intl.PluralRules('ru')

/** The English form for a number: `plural(1, 'day', 'days')`. The number itself is not part of it. */
export function pluralEn(n: number, one: string, other: string): string {
  return english.select(n) === 'one' ? one : other
}

/** The Russian form for a number: `pluralRu(n, 'день', 'дня', 'дней')`; fractions take the second, as `1,5 дня`. */
export function pluralRu(n: number, one: string, few: string, many: string): string {
  const form = russian.select(n)
  if (form === 'one') return one
  return form === 'many' ? many : few
}
