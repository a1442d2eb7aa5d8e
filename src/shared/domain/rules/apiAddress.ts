import { words } from '../../words/words.ts'
import { err, ok, type Result } from '../result.ts'

/** The vendor's address when nothing else is said (API.md, Transport). */
export const vendorApiUrl = 'https://youproxy.io'

/** True for hosts that never leave this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}

/**
 * Checks an API address typed by a person and gives its origin (`https://host[:port]`).
 * https everywhere, `http:` for loopback only; no path, query, fragment or credentials: the client adds the path
 * itself, and the key must go to no place that a pasted path chose.
 */
export function checkApiAddress(text: string): Result<string, string> {
  const trimmed = text.trim()
  let url: URL
  try {
    url = new URL(trimmed)
  } catch {
    return err(words().apiAddress.none)
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return err(words().apiAddress.notHttps)
  }
  if (url.username !== '' || url.password !== '') {
    return err(words().apiAddress.credentials)
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return err(words().apiAddress.plainHttp)
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#]/.test(trimmed)) {
    return err(words().apiAddress.path)
  }
  return ok(url.origin)
}
