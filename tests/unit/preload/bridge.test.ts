import { describe, expect, it } from 'vitest'
import { makeBridge } from '../../../src/preload/bridge.ts'
import type { LeasebarBridge } from '../../../src/shared/contract/types.ts'

/** Stands for Electron's end: keeps what was asked, and answers as told. */
function ends(reply: () => Promise<unknown>) {
  const asked: unknown[] = []
  const listeners = new Map<string, (message: unknown) => void>()
  const bridge = makeBridge({
    invoke: (channel, request) => {
      asked.push([channel, request])
      return reply()
    },
    listen: (channel, listener) => {
      listeners.set(channel, listener)
      return () => listeners.delete(channel)
    },
  })
  return { bridge, asked, listeners }
}

/** The bridge as a page sees it that does not keep to the types. */
function untyped(bridge: LeasebarBridge): {
  invoke: (channel: string, request: unknown) => Promise<string>
  on: (channel: string, listener: () => void) => () => void
} {
  return bridge as never
}

describe('the bridge', () => {
  it('is two functions and nothing else', () => {
    expect(Object.keys(ends(async () => null).bridge).toSorted()).toEqual(['invoke', 'on'])
  })

  it('asks main on a channel of the contract and hands its answer on', async () => {
    const answer = JSON.stringify({ ok: true, value: null })
    const { bridge, asked } = ends(async () => answer)
    expect(await bridge.invoke('link.open', { link: 'vendor' })).toBe(answer)
    expect(asked).toEqual([['link.open', { link: 'vendor' }]])
  })

  it.each(['no.such', '__proto__', 'constructor', 'toString', 'state.changed', ''])(
    'sends nothing on %j',
    async (name) => {
      const { bridge, asked } = ends(async () => JSON.stringify({ ok: true, value: null }))
      expect(JSON.parse(await untyped(bridge).invoke(name, null))).toMatchObject({
        ok: false,
        error: { kind: 'bad-request' },
      })
      expect(asked).toEqual([])
    },
  )

  it('never rejects, and lets nothing of an exception through', async () => {
    const { bridge } = ends(async () => {
      throw new Error('Error invoking remote method: at https://youproxy.io/client/api/v1/CANARY')
    })
    const answer = await bridge.invoke('snapshot.get', null)
    expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { kind: 'internal' } })
    expect(answer).not.toContain('CANARY')
  })

  it('takes nothing but a text for an answer', async () => {
    const { bridge } = ends(async () => ({ ok: true, value: 'an object of Electron’s' }))
    const answer = await bridge.invoke('snapshot.get', null)
    expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { kind: 'internal' } })
  })

  it('hands a push on without anything of Electron, until it is told to stop', () => {
    const { bridge, listeners } = ends(async () => null)
    const heard: unknown[][] = []
    const stop = bridge.on('renewal.ended', (...message) => heard.push(message))
    listeners.get('renewal.ended')?.('told')
    listeners.get('renewal.ended')?.({ not: 'a text' })
    expect(heard).toEqual([['told']])
    expect(stop()).toBeUndefined()
    expect(listeners.size).toBe(0)
  })

  it.each(['no.such', 'snapshot.get', '__proto__'])('listens to nothing on %j', (name) => {
    const { bridge, listeners } = ends(async () => null)
    const stop = untyped(bridge).on(name, () => undefined)
    expect(listeners.size).toBe(0)
    expect(stop()).toBeUndefined()
  })
})
