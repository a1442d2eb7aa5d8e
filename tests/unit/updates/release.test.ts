import { describe, expect, it } from 'vitest'
import { newKeys, releaseText, signedText } from '../../../scripts/package/releaseFeed.mjs'
import { readFeed } from '../../../src/main/updates/feed.ts'
import { isNewer, readRelease, type Target } from '../../../src/main/updates/release.ts'

const { privateKey, publicKey } = newKeys()
const read = readFeed({ feed: 'https://releases.example/leasebar/latest.json', publicKey })
if (!read.ok || read.value === null) throw new Error('the feed cannot be read')
const feed = read.value
const target: Target = { version: '0.1.9', kind: 'deb', arch: 'x64' }
const bytes = Buffer.from('a package')
const parts = {
  version: '0.2.0',
  released: '2026-11-27',
  notes: 'Faster.\nSafer.',
  files: [
    { name: 'leasebar_0.2.0_amd64.deb', bytes },
    { name: 'leasebar-0.2.0-linux-x64.tar.gz', bytes: Buffer.from('another') },
  ],
  privateKey,
}
const file = {
  kind: 'deb',
  arch: 'x64',
  name: 'leasebar_0.2.0_amd64.deb',
  size: 9,
  sha256: '0'.repeat(64),
}
const release = { product: 'leasebar', version: '0.2.0', released: '2026-11-27', notes: '', files: [file] }
const signed = (patch: object): string => signedText(JSON.stringify({ ...release, ...patch }), privateKey)

describe('a release that the makers signed', () => {
  it('is told, with the package for this system', () => {
    expect(readRelease(releaseText(parts), feed, target)).toEqual({
      ok: true,
      value: {
        shown: {
          version: '0.2.0',
          released: '2026-11-27',
          notes: 'Faster.\nSafer.',
          file: { name: 'leasebar_0.2.0_amd64.deb', size: 9 },
        },
        download: {
          url: 'https://releases.example/leasebar/leasebar_0.2.0_amd64.deb',
          name: 'leasebar_0.2.0_amd64.deb',
          size: 9,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    })
  })

  it.each([
    { version: '0.2.0', kind: 'deb', arch: 'arm64' },
    { version: '0.2.0', kind: 'exe', arch: 'x64' },
  ] as const)('without a package for $kind on $arch it is told all the same', ({ kind, arch }) => {
    const got = readRelease(releaseText(parts), feed, { version: '0.1.0', kind, arch })
    expect(got).toMatchObject({
      ok: true,
      value: { shown: { version: '0.2.0', file: null }, download: null },
    })
  })

  it.each(['0.2.0', '0.2.1', '0.10.0', '1.0.0'])(
    'is nothing new to %s: an old one cannot come back',
    (version) => {
      expect(readRelease(releaseText(parts), feed, { ...target, version })).toEqual({ ok: true, value: null })
    },
  )

  it('cannot make its notes look like something of ours', () => {
    const got = readRelease(signed({ notes: 'a\u202eb\u0007c\n<b>d</b>' }), feed, target)
    expect(got).toMatchObject({ ok: true, value: { shown: { notes: 'a b c\n<b>d</b>' } } })
  })

  it.each([
    ['another product', { product: 'other' }],
    ['a version that is none', { version: '0.2' }],
    ['a version with words', { version: '0.2.0-beta' }],
    ['a day that is none', { released: 'soon' }],
    ['a name that leads out of the folder', { files: [{ ...file, name: '../../.bashrc' }] }],
    ['a name that is hidden', { files: [{ ...file, name: '.bashrc' }] }],
    ['a name that is an address', { files: [{ ...file, name: 'https://other.example/x.deb' }] }],
    ['a name with a blank', { files: [{ ...file, name: 'a b.deb' }] }],
    ['a size that is none', { files: [{ ...file, size: -1 }] }],
    ['a size beyond reason', { files: [{ ...file, size: 2e9 }] }],
    ['a sum that is none', { files: [{ ...file, sha256: 'x' }] }],
    ['notes without an end', { notes: 'x'.repeat(5000) }],
  ])('is not believed with %s', (_what, patch) => {
    const got = readRelease(signed(patch), feed, target)
    expect(got).toEqual({ ok: false, error: 'What the release feed says could not be understood.' })
  })
})

describe('what the makers did not sign', () => {
  const forged = 'is not signed by the makers of Leasebar'

  it('is not believed: another key', () => {
    const got = readRelease(releaseText({ ...parts, privateKey: newKeys().privateKey }), feed, target)
    expect(got.ok ? '' : got.error).toContain(forged)
  })

  it('is not believed: one letter changed', () => {
    const envelope = JSON.parse(releaseText(parts))
    const altered = { ...envelope, release: envelope.release.replace('0.2.0', '0.3.0') }
    const got = readRelease(JSON.stringify(altered), feed, target)
    expect(got.ok ? '' : got.error).toContain(forged)
  })

  it('is not believed: no signature, though there is nothing new in it either', () => {
    const { release: text } = JSON.parse(releaseText({ ...parts, version: '0.1.0' }))
    const got = readRelease(JSON.stringify({ release: text, signature: '' }), feed, target)
    expect(got.ok ? '' : got.error).toContain(forged)
  })

  it.each(['', '{', 'null', '[]', '{"release":"{}"}', '<html>', '{"release":"{}","signature":"?"}'])(
    'is nothing: %s',
    (text) => {
      const got = readRelease(text, feed, target)
      expect(got).toEqual({ ok: false, error: 'What the release feed says could not be understood.' })
    },
  )
})

it.each([
  ['0.1.1', '0.1.0', true],
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '0.99.99', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', false],
  ['0.9.0', '0.10.0', false],
  ['nonsense', '0.1.0', false],
  ['0.2.0', 'nonsense', false],
])('%s is newer than %s: %s', (a, b, newer) => {
  expect(isNewer(a, b)).toBe(newer)
})
