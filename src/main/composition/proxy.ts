import type { Session } from 'electron'

/**
 * The system's proxy for an address, as undici's ProxyAgent takes it; null: direct. Electron answers like a PAC file:
 * `PROXY host:port; DIRECT`. The address that is asked about never holds the key.
 */
export async function systemProxy(session: Session, url: string): Promise<string | null> {
  return firstProxy(await session.resolveProxy(url))
}

/** The first entry of a PAC answer. Throws for one that cannot be used: going past a set proxy is no way out. */
export function firstProxy(answer: string): string | null {
  const [kind = 'DIRECT', place = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/)
  switch (kind.toUpperCase()) {
    case 'DIRECT':
      return null
    case 'PROXY':
    case 'HTTP':
      return `http://${place}`
    case 'HTTPS':
      return `https://${place}`
    default:
      throw new Error('The system’s proxy is of a kind that Leasebar cannot use (SOCKS).')
  }
}
