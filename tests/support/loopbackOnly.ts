import { Socket } from 'node:net'
import { afterEach, expect } from 'vitest'

/** Hosts that tests may reach: this machine, and names that are reserved for not existing (RFC 2606). */
function allowed(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3}|.*\.invalid)$/.test(host)
}

const reached: string[] = []
const connect = Socket.prototype.connect

/** Every connection of Node's goes through this one method; what is not loopback is refused and fails the test. */
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const host = hostOf(args)
  if (host === null || allowed(host)) return Reflect.apply(connect, this, args)
  reached.push(host)
  process.nextTick(() => this.destroy(new Error('tests may only reach this machine')))
  return this
} as typeof connect

function hostOf(args: readonly unknown[]): string | null {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string' && !('port' in first && first.port)) return null
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return null
  return typeof args[1] === 'string' ? args[1] : 'localhost'
}

afterEach(() => {
  expect(reached.splice(0), 'connections beyond this machine').toEqual([])
})
