import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { readHttpsText } from '../../../src/main/updates/https.ts'
import { type ReleaseHost, startReleaseHost, trustedAuthority } from '../../support/releaseHost.ts'

let host: ReleaseHost
beforeEach(async () => {
  host = await startReleaseHost()
  host.serve('/leasebar/latest.json', 'hello')
})
afterEach(() => host.close())

const ca = readFileSync(trustedAuthority, 'utf8')
const straight = async (): Promise<null> => null
const never = new AbortController().signal

const read = (url = host.feed, wires = { proxyFor: straight, ca } as { ca?: string }, most = 1000) =>
  readHttpsText({ proxyFor: straight, ...wires }, url, most, never)

describe('reading from the feed', () => {
  it('reads over a trusted certificate', async () => {
    expect(await read()).toEqual({ ok: true, value: 'hello' })
  })

  it('a certificate that is not trusted: nothing is asked for', async () => {
    expect(await read(host.feed, {})).toEqual({
      ok: false,
      error: `No secure connection to ${new URL(host.feed).host}: its certificate is not trusted.`,
    })
    expect(host.asked).toEqual([])
  })

  it('an environment that tells Node to trust everyone changes nothing, straight or through a proxy', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const through = await tunnel()
    for (const proxyFor of [straight, async () => through.url]) {
      const got = await readHttpsText({ proxyFor }, host.feed, 1000, never)
      expect(got.ok ? '' : got.error).toContain('not trusted')
    }
    expect(through.asked).toEqual([new URL(host.feed).host])
    expect(host.asked).toEqual([])
  })

  it('the system’s proxy is kept to, by a tunnel that sees the host alone', async () => {
    const through = await tunnel()
    const got = await readHttpsText({ proxyFor: async () => through.url, ca }, host.feed, 1000, never)
    expect(got).toEqual({ ok: true, value: 'hello' })
    expect(through.asked).toEqual([new URL(host.feed).host])
  })

  it('a proxy of a kind that is not known is not gone past', async () => {
    const got = await readHttpsText(
      { proxyFor: async () => 'socks://127.0.0.1:1', ca },
      host.feed,
      1000,
      never,
    )
    expect(got.ok ? '' : got.error).toContain('proxy')
    expect(host.asked).toEqual([])
  })

  it('http is not read', async () => {
    const asked: string[] = []
    const plain = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('hello')
    }).listen(0, '127.0.0.1')
    await once(plain, 'listening')
    onTestFinished(() => void plain.close())
    const address = plain.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await read(`http://127.0.0.1:${port}/latest.json`)).toEqual({
      ok: false,
      error: 'Releases are read over https only.',
    })
    expect(asked).toEqual([])
  })

  it.each([301, 302, 307, 308])('a redirect (%i) is not followed', async (status) => {
    host.serve('/leasebar/latest.json', (response) => {
      response.writeHead(status, { location: `${host.origin}/elsewhere` }).end()
    })
    host.serve('/elsewhere', 'hello')
    const got = await read()
    expect(got.ok ? '' : got.error).toContain(`HTTP ${status}`)
    expect(host.asked).toEqual(['/leasebar/latest.json'])
  })

  it('an error of the host is none of its words', async () => {
    const got = await read(`${host.origin}/gone`)
    expect(got).toEqual({ ok: false, error: 'The release feed answered with HTTP 404.' })
  })

  it('a reply without an end is cut off', async () => {
    host.serve('/leasebar/latest.json', (response) => {
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more)
      }
      response.on('error', () => {})
      more()
    })
    const got = await read(host.feed, { ca }, 1_000_000)
    expect(got).toEqual({ ok: false, error: 'What the release feed says could not be understood.' })
  })

  it('a reply that breaks off is none', async () => {
    host.serve('/leasebar/latest.json', (response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('hello', () => response.destroy())
    })
    const got = await read()
    expect(got.ok ? '' : got.error).toContain('could not be reached, or stopped answering')
  })

  it('nobody there', async () => {
    const gone = host.feed
    await host.close()
    const got = await read(gone)
    host = await startReleaseHost()
    expect(got.ok ? '' : got.error).toContain('could not be reached')
  })
})

/** A proxy that makes tunnels, and keeps what for. */
async function tunnel(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer()
  server.on('connect', (message, client) => {
    asked.push(message.url ?? '')
    const target = connect(Number(message.url?.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    client.on('error', () => target.destroy())
    target.on('error', () => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, asked }
}
