import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/domain/result.ts'

/** Where releases are read from, and the key that they are signed with. */
export interface Feed {
  /** `https://…/latest.json`. */
  readonly url: string
  readonly host: string
  /** Ed25519. */
  readonly key: KeyObject
}

const feedSchema = z.object({
  /** The release's address; null: this copy has none. */
  feed: z.string().max(300).nullable(),
  /** The public key: the base64 of its SPKI form (DER). */
  publicKey: z.string().max(200).nullable(),
})

/**
 * Reads what a copy was made with (`resources/releaseFeed.json`). Null: it has no feed. An error says what is wrong
 * with it, for whoever makes a package: only https, without a name, a password or a query.
 */
export function readFeed(config: unknown): Result<Feed | null, string> {
  const parsed = feedSchema.safeParse(config)
  if (!parsed.success) return err('the release feed needs "feed" and "publicKey", each a text or null')
  const { feed, publicKey } = parsed.data
  if (feed === null && publicKey === null) return ok(null)
  if (feed === null || publicKey === null)
    return err('the release feed needs both an address and a public key')
  const url = URL.canParse(feed) ? new URL(feed) : null
  if (url?.protocol !== 'https:') return err('the release feed has to be an https address')
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return err('the release feed’s address may hold no name, password, query or fragment')
  }
  const key = keyOf(publicKey)
  return key === null
    ? err('the release feed’s public key is no Ed25519 key (base64 of its SPKI form)')
    : ok({ url: url.href, host: url.host, key })
}

function keyOf(base64: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
