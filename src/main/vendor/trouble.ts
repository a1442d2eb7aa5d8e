import { type Words, words } from '../../shared/words/words.ts'

/**
 * Words for what went wrong on the way. They are made from error codes only: messages of errors, which may quote
 * the address and the key in it, are read for nothing but a proxy's status, and no error is kept.
 */
export interface Trouble {
  /** For a person. */
  readonly message: string
  /** True where trying again may help a read: the network, not a certificate. */
  readonly passing: boolean
}

/** No reply within the limit (ms). */
export function limitTrouble(limitMs: number): Trouble {
  return { message: words().vendor.noAnswerWithin(inSeconds(limitMs)), passing: true }
}

/**
 * The limit (ms) passed by the clocks while its timer stood still. `handed`: the request may have gone out before.
 */
export function sleptTrouble(limitMs: number, handed: boolean): Trouble {
  const { beforeReply, beforeSending } = words().vendor.slept
  const say = handed ? beforeReply : beforeSending
  return { message: say(inSeconds(limitMs)), passing: true }
}

/** The way to the vendor took so long that the price was older than `lifeMs` before the request could go out. */
export function agedTrouble(lifeMs: number): Trouble {
  return { message: words().vendor.priceAged(inSeconds(lifeMs)), passing: true }
}

/** The reply is longer than any that makes sense. */
export function tooLongTrouble(): Trouble {
  return { message: words().vendor.tooLong, passing: false }
}

/** The connection broke after the request may have left. */
export function brokenTrouble(): Trouble {
  return { message: words().vendor.broken, passing: true }
}

/** What came back is not HTTP as it should be, or breaks off against its own announced length. */
function garbledTrouble(): Trouble {
  return { message: words().vendor.garbled, passing: true }
}

/** Words for an error that came after a socket had been handed to the request. */
export function troubleAfterSending(error: unknown): Trouble {
  const code = codeOf(error)
  return code.startsWith('HPE_') || code.startsWith('UND_ERR_RES_') ? garbledTrouble() : brokenTrouble()
}

/** Words for an error that kept a connection from coming about. `proxied`: it went through a proxy. */
export function connectTrouble(error: unknown, proxied: boolean): Trouble {
  const code = codeOf(error)
  const { vendor } = words()
  const insecure = insecureBy(code)
  if (insecure !== null) return { message: vendor.notSecure[insecure], passing: false }
  const refused = proxied ? tunnelRefusal(error) : null
  if (refused !== null) return { message: vendor.refusedByProxy(refused), passing: false }
  const say = proxied ? vendor.notReachedByProxy : vendor.notReached
  return { message: say(reasonWords(code)), passing: true }
}

function insecureBy(code: string): keyof Words['vendor']['notSecure'] | null {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'otherAddress'
  if (code === 'CERT_HAS_EXPIRED') return 'expired'
  if (code === 'CERT_NOT_YET_VALID') return 'notYet'
  if (/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^CERT_|_CERT_|^HOSTNAME_MISMATCH/.test(code)) return 'notTrusted'
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return 'noTls'
  return null
}

/** A proxy's status in the only error that tells it (undici's ProxyAgent puts it into the message). */
function tunnelRefusal(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const status = /^Proxy response \((\d{3})\)/.exec(error.message)?.[1]
  return status === undefined ? null : `HTTP ${status}`
}

function reasonWords(code: string): string {
  const { reasons } = words().vendor
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'ENODATA':
      return reasons.name
    case 'ECONNREFUSED':
      return reasons.refused
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
      return reasons.noWay
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return reasons.tooSlow
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return reasons.closed
    default:
      return reasons.other(code)
  }
}

/** The error's code, or its cause's, or that of the first of several; empty when there is none that looks like one. */
function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 3) return ''
  if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(error.code)) {
    return error.code
  }
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0], depth + 1)
  return 'cause' in error ? codeOf(error.cause, depth + 1) : ''
}

/** Seconds to a tenth. */
function inSeconds(ms: number): number {
  return Number((ms / 1000).toFixed(1))
}

/** True for an error that says that a connection would not be secure: its certificate, or TLS as such. */
export function isInsecure(error: unknown): boolean {
  return insecureBy(codeOf(error)) !== null
}
