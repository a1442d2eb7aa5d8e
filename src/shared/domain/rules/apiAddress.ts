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
    return err('This is not an address. It should look like https://youproxy.io.')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return err('The address must begin with https://.')
  }
  if (url.username !== '' || url.password !== '') {
    return err('The address must not hold a user name or password. The API key has its own field.')
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return err('The address must begin with https://: over http:// anyone on the way could read the API key.')
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#]/.test(trimmed)) {
    return err('The address must end after the host, without a path. Leasebar adds the path itself.')
  }
  return ok(url.origin)
}
