#!/usr/bin/env node
/**
 * `npm run release-feed -- --new-key FILE`: makes the key that releases are signed with, and prints what belongs into
 * `resources/releaseFeed.json`. `npm run release-feed -- --key FILE [--notes FILE]`: writes `dist/latest.json`, the signed
 * word of the packages in dist/. Put it beside them where the feed's address leads (docs/UPDATES.md).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { newKeys, publicKeyOf, releaseText } from './package/releaseFeed.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function makeKey(file) {
  const { privateKey, publicKey } = newKeys()
  // `wx`: a key that is there is not written over, or nobody could be told of anything any more.
  writeFileSync(file, privateKey, { mode: 0o600, flag: 'wx' })
  console.log(`${file} holds the private key. "publicKey" of resources/releaseFeed.json:\n${publicKey}`)
}

function release({ key, notes }) {
  const privateKey = readFileSync(key, 'utf8')
  const config = JSON.parse(readFileSync(join(root, 'resources', 'releaseFeed.json'), 'utf8'))
  if (config.publicKey !== publicKeyOf(privateKey)) {
    throw new Error(
      'resources/releaseFeed.json has the public key of another pair: no copy would believe this one',
    )
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const dist = join(root, 'dist')
  const files = readdirSync(dist)
    .filter((name) => name.includes(version))
    .map((name) => ({ name, bytes: readFileSync(join(dist, name)) }))
  const text = releaseText({
    version,
    released: new Date().toISOString().slice(0, 10),
    notes: notes === undefined ? '' : readFileSync(notes, 'utf8'),
    files,
    privateKey,
  })
  writeFileSync(join(dist, 'latest.json'), text)
  console.log(`dist/latest.json says that Leasebar ${version} is out`)
}

try {
  const { values } = parseArgs({
    options: { 'new-key': { type: 'string' }, key: { type: 'string' }, notes: { type: 'string' } },
  })
  if (values['new-key'] !== undefined) makeKey(values['new-key'])
  else if (values.key !== undefined) release(values)
  else throw new Error('name a key: --key FILE, or --new-key FILE to make one')
} catch (error) {
  console.error(`release-feed: ${error.message}`)
  process.exitCode = 1
}
