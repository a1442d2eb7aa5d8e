/** A key by its letter on a Latin keyboard: whoever types Russian has the same keys. `n` on «т», for one. */
export function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const isOtherScript = /^\P{ASCII}$/u.test(key) && key === key.toLowerCase()
  return letter !== undefined && isOtherScript ? letter.toLowerCase() : key
}
