import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { buildConnector } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { openDispatcher } from '../../../src/main/vendor/connection.ts'
import { createGate } from '../../../src/main/vendor/gate.ts'
import { httpReply, type RawServer, rawServer } from './support.ts'

let server: RawServer | undefined
afterEach(() => server?.close())

const post = { method: 'POST', path: '/', body: '{}' } as const
/** It goes straight, and it is never too late. */
const open = { proxied: () => false, tooLate: () => null }
const options = { hostname: '127.0.0.1', protocol: 'http:', port: '1' }

/** Asks a connector for a socket, as undici does. */
function ask(connector: buildConnector.connector): Promise<Error | Socket> {
  return new Promise((resolve) =>
    connector(options, (...[error, socket]) => resolve(error ?? socket ?? options)),
  )
}

describe('the gate of a request', () => {
  it('lets one dispatch through, ever', async () => {
    server = await rawServer(async (socket, arrived) => {
      await arrived
      socket.write(httpReply(200, '{}', { connection: 'keep-alive' }))
    })
    const gate = createGate(open)
    const dispatcher = await openDispatcher({ origin: server.url, proxy: null }, gate)
    const response = await dispatcher.request({ ...post, origin: server.url })
    await response.body.dump()
    await expect(dispatcher.request({ ...post, origin: server.url })).rejects.toThrow('sent once')
    gate.abandon()
    await server.fence()
    expect(server.posts()).toBe(1)
  })

  it('lets none through once it is abandoned', async () => {
    server = await rawServer(() => {})
    const gate = createGate(open)
    const dispatcher = await openDispatcher({ origin: server.url, proxy: null }, gate)
    gate.abandon()
    await expect(dispatcher.request({ ...post, origin: server.url })).rejects.toThrow()
    await server.fence()
    expect(server.received.join('')).toBe('')
    expect(gate.handed).toBe(false)
  })

  it('hands one socket over, ever', async () => {
    server = await rawServer(() => {})
    const { port } = server
    const gate = createGate(open)
    const connector = gate.guardConnector((_options, callback) => {
      const socket = connect(port, '127.0.0.1', () => callback(null, socket))
    })
    const first = await ask(connector)
    expect(first).not.toBeInstanceOf(Error)
    expect(gate.handed).toBe(true)
    expect(await ask(connector)).toBeInstanceOf(Error)
    if (!(first instanceof Error)) first.destroy()
  })

  it('keeps a socket that comes too late, and ends it', async () => {
    server = await rawServer(() => {})
    const { port } = server
    const gate = createGate(open)
    let late: Socket | undefined
    const connector = gate.guardConnector((_options, callback) => {
      const socket = connect(port, '127.0.0.1', () => {
        late = socket
        gate.abandon()
        callback(null, socket)
      })
    })
    expect(await ask(connector)).toBeInstanceOf(Error)
    expect(gate.handed).toBe(false)
    if (late && !late.closed) await once(late, 'close')
    expect(late?.destroyed).toBe(true)
  })

  it('does not pass on the code of an error that undici would connect anew for', async () => {
    const gate = createGate(open)
    const connector = gate.guardConnector((_options, callback) => {
      callback(Object.assign(new Error('secret'), { code: 'UND_ERR_SOCKET' }), null)
    })
    const error = await ask(connector)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toHaveProperty('code')
    expect(JSON.stringify([error, gate.connectTrouble])).not.toContain('secret')
    expect(gate.connectTrouble?.message).toBe(
      'The vendor could not be reached: the connection was closed before it was ready.',
    )
  })
})
