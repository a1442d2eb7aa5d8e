import type { Session } from 'electron'

/**
 * The system's proxy for an address, as undici's ProxyAgent takes it; null: direct. Electron answers like a PAC file:
 * `PROXY host:port; DIRECT`. The address that is asked about never holds the key.
 */
export async function systemProxy(session: Session, url: string): Promise<string | null> {
  return firstProxy(await session.resolveProxy(url))
}

/** The first entry of a PAC answer. A SOCKS proxy is named as one: the client refuses it in words, never goes past it. */
export function firstProxy(answer: string): string | null {
  const [kind = 'DIRECT', place = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/)
  const scheme = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' }[kind.toUpperCase()] ?? 'socks'
  return kind.toUpperCase() === 'DIRECT' ? null : `${scheme}://${place}`
}
