import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'

/** Stands where the key stood. */
export const redacted = '•••'

/** Keys from this length on are long enough that vendor text holding one cannot be chance. */
const tellingLength = 8

/**
 * The quotation marks that vendor text is put between. It is not to close them by itself: what follows would look like
 * words of ours.
 */
const ownQuotes = /[“”„‟«»]/g

/** Base64 shorter than this (a key of five characters) would be found in anything. */
const tellingBase64 = 6

/** What text may leave a call with: made per call, because it knows the key for the length of that call only. */
export interface Voice {
  /** The text without the key, in whatever spelling it stood there, and without whatever follows `/client/api/v1/`. */
  readonly redact: (text: string) => string
  /** The same, cleaned for a screen, without our quotation marks, and bounded to `maxLength` characters. */
  readonly clean: (text: string, maxLength: number) => string
  /** Text that has to stay exact (an id, a promo code), or null where the key stands in it. */
  readonly exact: (text: string) => string | null
}

/** Makes the voice of one call. The key is an argument and nothing else: it is not kept anywhere else. */
export function createVoice(key: string): Voice {
  const redact = createRedactor(key)
  const clean = (text: string, maxLength: number): string => {
    const plain = cleanVendorText(redact(text), maxLength).replace(ownQuotes, '"')
    // Once more: blanks and quotation marks that were made of others could have put a key together.
    return cleanVendorText(redact(plain), maxLength)
  }
  return {
    redact,
    clean,
    exact: (text) => (key.length >= tellingLength && redact(text) !== text ? null : text),
  }
}

const loginField =
  /("(?:login|password|rebootLink)"\s*:\s*)(?!null\b)(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|[^\s",}\]]+)/gi

/** A reply's text without the logins of proxies, as `GET ipAddress` has them (API.md): nothing here needs them. */
export function withoutLogins(text: string): string {
  return text.replace(loginField, `$1"${redacted}"`)
}

/** Slashes as they come in a URL, in JSON, and percent-encoded once or more. */
const slash = String.raw`(?:\\{0,3}\/|%(?:25)*2f)`
const anyKeyInPath = new RegExp(
  `(${slash}client${slash}api${slash}v1${slash})(?:\\\\{1,3}\\/|[^\\s"'<>\\\\])+`,
  'gi',
)

/**
 * A function that takes the key out of any text: raw, percent-encoded, JSON- and HTML-escaped, mixed character by
 * character, in base64, in any letter case, and cut off at the end of the text. Whatever else follows
 * `/client/api/v1/` goes too, so that even another account's key would not show.
 */
export function createRedactor(key: string): (text: string) => string {
  if (key === '') return withoutPath
  const encoded = base64Of(key)
  const known = new RegExp([spelled(key), ...encoded.map(escaped)].join('|'), 'gi')
  // A list has tens of thousands of short texts, and no spelling takes less than a character for each of the key's.
  const shortest = Math.min([...key].length, ...encoded.map((text) => text.length))
  const tails = [key, percentEncoded(key), JSON.stringify(key).slice(1, -1)]
  return (text) => {
    const without = text.length < shortest ? text : text.replace(known, redacted)
    return withoutTail(withoutPath(without), tails)
  }
}

/** Takes out whatever follows `/client/api/v1/`. */
function withoutPath(text: string): string {
  return text.includes('/') || text.includes('%') ? text.replace(anyKeyInPath, `$1${redacted}`) : text
}

/** A pattern in which each character of the key may stand in any of its spellings. */
function spelled(key: string): string {
  return [...key].map((character) => `(?:${spellings(character).join('|')})`).join('')
}

function spellings(character: string): string[] {
  const bytes = [...Buffer.from(character, 'utf8')]
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  const point = character.codePointAt(0) ?? 0
  const forms = [
    escaped(character),
    bytes.map((byte) => `%(?:25)*${hex(byte, 2)}`).join(''),
    units.map((unit) => String.raw`\\{1,3}u${hex(unit, 4)}`).join(''),
    `&#0{0,6}${point};`,
    `&#x0{0,6}${hex(point, 1)};`,
  ]
  const short = shortEscapes.get(character)
  if (short !== undefined) forms.push(String.raw`\\{1,3}${short}`)
  const entity = entities.get(character)
  if (entity !== undefined) forms.push(`&${entity};`)
  if (character === ' ') forms.push(String.raw`\+`)
  return forms
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', String.raw`\\`],
  ['/', String.raw`\/`],
  ['\b', 'b'],
  ['\f', 'f'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
])

const entities: ReadonlyMap<string, string> = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
])

/** The key within base64 (both alphabets), at each of the three places it can begin at within a group of bytes. */
function base64Of(key: string): string[] {
  const bytes = Buffer.from(key, 'utf8')
  const found: string[] = []
  for (const before of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // Only characters made of the key's bits alone: those at the seams depend on its neighbours.
    const whole = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    if (whole.length >= tellingBase64) found.push(whole, whole.replaceAll('+', '-').replaceAll('/', '_'))
  }
  return found
}

/** A reply that broke off may end in the middle of the key: its first half is not for showing either. */
function withoutTail(text: string, tails: readonly string[]): string {
  const last = text.at(-1)
  for (const tail of tails) {
    for (let length = Math.min(tail.length - 1, text.length); length >= 4; length -= 1) {
      if (tail[length - 1] === last && text.endsWith(tail.slice(0, length)))
        return `${text.slice(0, -length)}${redacted}`
    }
  }
  return text
}

function percentEncoded(key: string): string {
  try {
    return encodeURIComponent(key)
  } catch {
    // A lone surrogate has no percent-encoding; such a key is never sent.
    return key
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0')
}
