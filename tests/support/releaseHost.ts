import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { resolve } from 'node:path'
import { newKeys, releaseText } from '../../scripts/package/releaseFeed.mjs'

const tls = (name: string): string => readFileSync(resolve('tests/integration/vendor/tls', name), 'utf8')

/** The authority that a host of releases has to be trusted by, as a file (PEM). */
export const trustedAuthority = resolve('tests/integration/vendor/tls/cert.pem')

/** A host of releases on loopback, over https: what it serves, and what it was asked for. */
export interface ReleaseHost {
  /** `https://localhost:…`. */
  readonly origin: string
  /** Where its release is. */
  readonly feed: string
  readonly publicKey: string
  /** Paths asked for, in order. */
  readonly asked: readonly string[]
  /** Puts out a release with a Debian package and a portable archive of these bytes. */
  readonly release: (version: string, bytes: Uint8Array, notes?: string) => void
  /** What stands at a path from now on: bytes, or an answer of a kind of its own. */
  readonly serve: (path: string, what: Uint8Array | string | ((response: ServerResponse) => void)) => void
  readonly close: () => Promise<void>
}

/** Starts a host of releases; on a port of its own unless one is named. */
export async function startReleaseHost(port = 0): Promise<ReleaseHost> {
  const { privateKey, publicKey } = newKeys()
  const files = new Map<string, Uint8Array | string | ((response: ServerResponse) => void)>()
  const asked: string[] = []
  const server = createServer({ cert: tls('cert.pem'), key: tls('key.pem') }, (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const what = files.get(path)
    if (what === undefined) response.writeHead(404).end('not here')
    else if (typeof what === 'function') what(response)
    else response.end(what)
  })
  server.on('tlsClientError', () => {})
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `https://localhost:${typeof address === 'object' && address ? address.port : 0}`
  return {
    origin,
    feed: `${origin}/leasebar/latest.json`,
    publicKey,
    asked,
    release(version, bytes, notes = '') {
      const packages = [`leasebar_${version}_amd64.deb`, `leasebar-${version}-linux-x64.tar.gz`]
      const text = releaseText({
        version,
        released: '2026-11-27',
        notes,
        files: packages.map((name) => ({ name, bytes })),
        privateKey,
      })
      files.set('/leasebar/latest.json', text)
      for (const name of packages) files.set(`/leasebar/${name}`, bytes)
    },
    serve: (path, what) => void files.set(path, what),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
