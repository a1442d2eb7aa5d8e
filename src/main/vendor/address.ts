import type { VendorAccess } from '../../shared/domain/exchange.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { checkApiAddress, isLoopback } from '../../shared/domain/rules/apiAddress.ts'
import { words } from '../../shared/words/words.ts'

/** Where a request goes. `path` holds the key: it goes on the wire and nowhere else. */
export interface Address {
  readonly origin: string
  readonly path: string
  /** True for this machine, which proxies are not asked for. */
  readonly loopback: boolean
}

/** Why a request cannot even be addressed, in words for a person. */
export interface AddressProblem {
  readonly about: 'api-address' | 'key'
  readonly message: string
}

/**
 * The address of an endpoint (API.md: the key is a path segment). Fails for an API address that must not get the
 * key (http beyond loopback, a path, credentials) and for a key that cannot be a path segment.
 */
export function addressOf(
  access: VendorAccess,
  endpoint: string,
  query: Readonly<Record<string, string>> = {},
): Result<Address, AddressProblem> {
  const origin = checkApiAddress(access.apiUrl)
  if (!origin.ok) return err({ about: 'api-address', message: origin.error })
  const segment = keySegment(access.key)
  if (segment === null) return err({ about: 'key', message: words().vendor.noKey })
  const search = new URLSearchParams(query).toString()
  const path = `/client/api/v1/${segment}/${endpoint}${search === '' ? '' : `?${search}`}`
  return ok({ origin: origin.value, path, loopback: isLoopback(new URL(origin.value).hostname) })
}

/** The key, percent-encoded; null for what proxies and servers would normalise away, and for what has no encoding. */
function keySegment(key: string): string | null {
  // `.` and `..` stay dot segments in every encoding (WHATWG URL takes %2E for a dot).
  if (key === '' || key === '.' || key === '..') return null
  try {
    return encodeURIComponent(key)
  } catch {
    return null
  }
}
