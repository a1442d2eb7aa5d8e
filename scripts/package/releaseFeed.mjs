import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

/** What a package's file name ends in, and which package that is. */
const kinds = [
  { ending: '_amd64.deb', kind: 'deb', arch: 'x64' },
  { ending: '-linux-x64.tar.gz', kind: 'tar.gz', arch: 'x64' },
  { ending: '-win32-x64.exe', kind: 'exe', arch: 'x64' },
  { ending: '-darwin-arm64.dmg', kind: 'dmg', arch: 'arm64' },
  { ending: '-darwin-x64.dmg', kind: 'dmg', arch: 'x64' },
]

/**
 * A new pair of keys (Ed25519).
 * @returns {{privateKey: string, publicKey: string}} PEM, to be kept away from everyone; base64 of the SPKI form, for
 * `resources/releaseFeed.json`
 */
export function newKeys() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: spki(publicKey),
  }
}

/** The public key to a private one (PEM), as `resources/releaseFeed.json` has it. */
export function publicKeyOf(privateKey) {
  return spki(createPublicKey(createPrivateKey(privateKey)))
}

function spki(key) {
  return key.export({ type: 'spki', format: 'der' }).toString('base64')
}

/**
 * The text of the feed's file, signed. Files that are no packages are left out; none at all throws.
 * @param {{version: string, released: string, notes: string, files: {name: string, bytes: Uint8Array}[],
 *   privateKey: string}} parts `released`: YYYY-MM-DD; `privateKey`: PEM
 */
export function releaseText({ version, released, notes, files, privateKey }) {
  const packages = files.flatMap(({ name, bytes }) => {
    const known = kinds.find(({ ending }) => name.endsWith(ending))
    if (known === undefined) return []
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return [{ kind: known.kind, arch: known.arch, name, size: bytes.length, sha256 }]
  })
  if (packages.length === 0) throw new Error('there is no package to release')
  const release = JSON.stringify({ product: 'leasebar', version, released, notes, files: packages })
  return signedText(release, privateKey)
}

/** The feed's file around a release's text. */
export function signedText(release, privateKey) {
  const signature = sign(null, Buffer.from(release), createPrivateKey(privateKey)).toString('base64')
  return `${JSON.stringify({ release, signature }, null, 2)}\n`
}
