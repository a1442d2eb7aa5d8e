import type { buildConnector, Dispatcher } from 'undici'
import type { Gate } from './gate.ts'

/** How long a connection may take to come about (ms), TLS included; the limit of the whole call rules beside it. */
const connectLimitMs = 15_000

/** What a connection needs to know of the world. */
export interface ConnectionOptions {
  readonly origin: string
  /** Proxy URL (http or https), null: straight. https through it always tunnels (CONNECT). */
  readonly proxy: string | null
  /** PEM of the only authorities to trust; absent: Node's own. */
  readonly ca?: string | undefined
}

// Loaded at the first call and not at start: it is large, and nobody has asked for the network yet.
const loadUndici = (): Promise<typeof import('undici')> => import('undici')

/** True for a proxy that a tunnel can be asked of. */
export function isUsableProxy(proxy: string): boolean {
  return URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)
}

/**
 * A dispatcher for one request: one connection of its own, `connection: close`, never kept, torn down when the
 * gate is abandoned. Everything it does passes the gate.
 */
export async function openDispatcher(options: ConnectionOptions, gate: Gate): Promise<Dispatcher> {
  const { Client, ProxyAgent, buildConnector } = await loadUndici()
  const tls = {
    timeout: connectLimitMs,
    allowH2: false,
    // Said here, or NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would have everyone trusted.
    rejectUnauthorized: true,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  }
  // Time limits of undici's are off: the one limit of the call covers everything. `pipelining: 0` means
  // `connection: close`: a kept-alive connection that died idle could not be told from a paid one.
  const client = { pipelining: 0, headersTimeout: 0, bodyTimeout: 0, allowH2: false } as const
  const dispatcher =
    options.proxy === null
      ? new Client(options.origin, { ...client, connect: gate.guardConnector(buildConnector(tls)) })
      : new ProxyAgent({
          uri: options.proxy,
          requestTls: tls,
          proxyTls: tls,
          // ProxyAgent hands in the connector that asks for the tunnel and then does TLS within it: what comes
          // out of that one is the socket the request would be written to.
          factory: (origin, tunnel) =>
            new Client(origin, { ...client, connect: gate.guardConnector(connectorOf(tunnel)) }),
        })
  gate.onAbandon(() => {
    dispatcher.destroy().catch(() => {})
  })
  return dispatcher.compose(gate.guardDispatch)
}

function connectorOf(tunnel: object): buildConnector.connector {
  if ('connect' in tunnel && typeof tunnel.connect === 'function') {
    return tunnel.connect as buildConnector.connector
  }
  throw new Error('undici’s ProxyAgent gave no connector')
}
