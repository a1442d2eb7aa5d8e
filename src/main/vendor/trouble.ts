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
  return { message: `The vendor did not answer within ${inSeconds(limitMs)}.`, passing: true }
}

/**
 * The limit (ms) passed by the clocks while its timer stood still. `handed`: the request may have gone out before.
 */
export function sleptTrouble(limitMs: number, handed: boolean): Trouble {
  const what = handed ? 'the vendor’s reply was complete' : 'the request could be sent'
  return {
    message: `The computer slept, or its clock was set: the limit of ${inSeconds(limitMs)} had passed before ${what}.`,
    passing: true,
  }
}

/** The way to the vendor took so long that the price was older than `lifeMs` before the request could go out. */
export function agedTrouble(lifeMs: number): Trouble {
  return {
    message: `The price grew older than ${inSeconds(lifeMs)} before the request could be sent. Press Renew again.`,
    passing: true,
  }
}

/** The reply is longer than any that makes sense. */
export const tooLongTrouble: Trouble = { message: 'The vendor’s reply was too long to read.', passing: false }

/** The connection broke after the request may have left. */
export const brokenTrouble: Trouble = {
  message: 'The connection broke before the vendor’s reply was complete.',
  passing: true,
}

/** What came back is not HTTP as it should be, or breaks off against its own announced length. */
const garbledTrouble: Trouble = { message: 'The vendor’s reply was damaged on the way.', passing: true }

/** Words for an error that came after a socket had been handed to the request. */
export function troubleAfterSending(error: unknown): Trouble {
  const code = codeOf(error)
  return code.startsWith('HPE_') || code.startsWith('UND_ERR_RES_') ? garbledTrouble : brokenTrouble
}

/** Words for an error that kept a connection from coming about. `proxied`: it went through a proxy. */
export function connectTrouble(error: unknown, proxied: boolean): Trouble {
  const code = codeOf(error)
  const certificate = certificateWords(code)
  if (certificate !== null) {
    return { message: `No secure connection to the vendor: ${certificate}.`, passing: false }
  }
  const where = proxied
    ? 'The vendor could not be reached through the proxy'
    : 'The vendor could not be reached'
  const refused = proxied ? tunnelRefusal(error) : null
  if (refused !== null)
    return { message: `${where}: it refused the connection (${refused}).`, passing: false }
  return { message: `${where}: ${reasonWords(code)}.`, passing: true }
}

function certificateWords(code: string): string | null {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'its certificate is not trusted, it belongs to another address'
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate is not trusted, it has expired'
  if (code === 'CERT_NOT_YET_VALID') return 'its certificate is not trusted, it is not valid yet'
  if (/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^CERT_|_CERT_|^HOSTNAME_MISMATCH/.test(code)) {
    return 'its certificate is not trusted'
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return 'it does not speak TLS as it should'
  return null
}

/** A proxy's status in the only error that tells it (undici's ProxyAgent puts it into the message). */
function tunnelRefusal(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const status = /^Proxy response \((\d{3})\)/.exec(error.message)?.[1]
  return status === undefined ? null : `HTTP ${status}`
}

function reasonWords(code: string): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'ENODATA':
      return 'its name was not found'
    case 'ECONNREFUSED':
      return 'the connection was refused'
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
      return 'there is no way to it in the network'
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return 'no connection came about in time'
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return 'the connection was closed before it was ready'
    default:
      return code === '' ? 'no connection came about' : `no connection came about (${code})`
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

/** `1 second`, `0.5 seconds`, `120 seconds`. */
function inSeconds(ms: number): string {
  const seconds = ms / 1000
  return seconds === 1 ? '1 second' : `${Number(seconds.toFixed(1))} seconds`
}
