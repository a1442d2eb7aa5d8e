/** What a hostile vendor puts into any field of a reply. */

/** JSON that stands in the place of a field, as text: some of it is no value that JavaScript has. */
export const hostileValues: readonly (readonly [string, string])[] = [
  ['null', 'null'],
  ['true', 'true'],
  ['an empty text', '""'],
  ['a long text', JSON.stringify('x'.repeat(900_000))],
  ['deep nesting', `${'['.repeat(60_000)}${']'.repeat(60_000)}`],
  ['a deep object', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
  ['a prototype', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'],
  // Schemas compare a length before they know that it is a text: this one cannot be compared.
  ['a length that is none', '{"length":{"toString":1,"valueOf":1}}'],
  ['markup', JSON.stringify('<img src=x onerror=alert(1)><b>bold</b>&amp;')],
  ['control characters', JSON.stringify('a\u0000b\u001b[31mc\r\nd\u0007\u2028e')],
  ['marks from right to left', JSON.stringify('\u202egnip.exe\u202c \u200f\u2066hidden\u2069\u200b')],
  ['quotes', JSON.stringify('”. Renewed: Shop. “')],
  ['a number as text', '"12.5"'],
  ['no number as text', '"1e9999"'],
  ['infinity', '1e400'],
  ['a tiny number', '-1e-400'],
  ['a huge number', '123456789012345678901234567890'],
  ['a negative number', '-5'],
  ['half a pair', '"\\ud800"'],
]

/** Every place in a JSON text where a value stands, as a function that puts another JSON in there. */
export function places(
  text: string,
): readonly { readonly name: string; readonly put: (json: string) => string }[] {
  const marker = '@@here@@'
  const found: { name: string; put: (json: string) => string }[] = []
  const root: unknown = JSON.parse(text)
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) {
      const marked = JSON.stringify(replaced(root, path, marker))
      found.push({ name: path.join('.'), put: (json) => marked.replace(JSON.stringify(marker), () => json) })
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key])
  }
  visit(root, [])
  return found
}

function replaced(value: unknown, [first, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (first === undefined) return by
  const copy = Array.isArray(value) ? [...value] : { ...Object(value) }
  copy[first] = replaced(Object(value)[first], rest, by)
  return copy
}

/** Characters that no screen and no notification is to get from a vendor: `rules/vendorText.ts`, written once more. */
export const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u
