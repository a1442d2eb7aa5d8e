import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import releaseFeed from '../../../resources/releaseFeed.json'
import { newKeys } from '../../../scripts/package/releaseFeed.mjs'
import { readFeed } from '../../../src/main/updates/feed.ts'

const { publicKey } = newKeys()
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
const feed = 'https://releases.example/leasebar/latest.json'

describe('the release feed that a copy was made with', () => {
  it('this one’s can be read', () => {
    expect(readFeed(releaseFeed).ok).toBe(true)
  })

  it('is an https address and a key', () => {
    const read = readFeed({ feed, publicKey })
    expect(read).toMatchObject({ ok: true, value: { url: feed, host: 'releases.example' } })
  })

  it('may be none', () => {
    expect(readFeed({ feed: null, publicKey: null })).toEqual({ ok: true, value: null })
  })

  it.each([
    ['http', { feed: 'http://releases.example/latest.json', publicKey }, 'https'],
    ['http on loopback too', { feed: 'http://127.0.0.1/latest.json', publicKey }, 'https'],
    ['a file', { feed: 'file:///etc/passwd', publicKey }, 'https'],
    ['no address', { feed: 'releases', publicKey }, 'https'],
    ['a password in it', { feed: 'https://me:secret@releases.example/latest.json', publicKey }, 'password'],
    ['a query', { feed: `${feed}?who=me`, publicKey }, 'query'],
    ['no key', { feed, publicKey: null }, 'public key'],
    ['a key without an address', { feed: null, publicKey }, 'address'],
    ['a damaged key', { feed, publicKey: publicKey.slice(4) }, 'Ed25519'],
    [
      'a key of another kind',
      { feed, publicKey: rsa.export({ type: 'spki', format: 'der' }).toString('base64').slice(0, 200) },
      'Ed25519',
    ],
    ['something else', { feed: 5 }, '"feed"'],
    ['nothing', null, '"feed"'],
  ])('is not: %s', (_what, config, why) => {
    const read = readFeed(config)
    expect(read.ok).toBe(false)
    expect(read.ok ? '' : read.error).toContain(why)
  })
})
