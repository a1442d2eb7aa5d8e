/**
 * Whose connection is whose. Nothing in a request may tell it (the client paces requests by address and key), so every
 * socket that a call opens is led and noted by the context in which it was opened, and known by its port from then on.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'

/** Where the client believes that the vendor is; its sockets are led elsewhere. Nobody listens there. */
export const nowhere = 'http://127.0.0.1:1'

/** Gives a socket its port; null: where nobody listens. */
type Lead = (socket: Socket) => number | null

const opening = new AsyncLocalStorage<Lead>()
const { connect } = Socket.prototype

/** Every connection of Node's goes through this one method. */
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const port = opening.getStore()?.(this) ?? null
  return Reflect.apply(connect, this, port === null ? args : [{ host: '127.0.0.1', port }])
} as typeof connect

// Asked for while the connection is new, the ports stay known when the other end has gone.
subscribe('net.server.socket', (message) => {
  if (typeof message === 'object' && message !== null && 'socket' in message)
    if (message.socket instanceof Socket) void [message.socket.remotePort, message.socket.localPort]
})

/** Runs a call; every connection that it opens goes where `lead` says. */
export function routed<T>(lead: Lead, call: () => Promise<T>): Promise<T> {
  return opening.run(lead, call)
}

/** The calls' numbers by the connections that they opened. */
export interface Ports {
  /** From its connecting on, the socket belongs to a call. */
  readonly follow: (socket: Socket, tag: number) => void
  /** The call that the other end of an accepted connection belongs to; undefined while that is not known. */
  readonly tagOf: (accepted: Socket) => number | undefined
}

/** Makes an empty register. */
export function createPorts(): Ports {
  // By both ports: the same one may stand at several connections that lead to different places.
  const tags = new Map<string, number>()
  return {
    follow(socket, tag) {
      socket.once('connect', () => tags.set(`${socket.localPort} ${socket.remotePort}`, tag))
    },
    tagOf: ({ localPort, remotePort }) => tags.get(`${remotePort} ${localPort}`),
  }
}
