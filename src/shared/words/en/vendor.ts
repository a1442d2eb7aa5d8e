/** `1 second`, `0.5 seconds`, `120 seconds`. */
const seconds = (n: number): string => (n === 1 ? '1 second' : `${n} seconds`)

/** Why no connection came about; stands behind what could not be reached. */
const reasons = {
  name: 'its name was not found',
  refused: 'the connection was refused',
  noWay: 'there is no way to it in the network',
  tooSlow: 'no connection came about in time',
  closed: 'the connection was closed before it was ready',
  /** `code`: the system's word for it; empty: none. */
  other: (code: string) => (code === '' ? 'no connection came about' : `no connection came about (${code})`),
}

/** What the vendor, or the way to it, said. Lengths of time in seconds. */
export const vendor = {
  noAnswerWithin: (n: number) => `The vendor did not answer within ${seconds(n)}.`,
  slept: {
    beforeReply: (n: number) =>
      `The computer slept, or its clock was set: the limit of ${seconds(n)} had passed before the vendor’s reply was complete.`,
    beforeSending: (n: number) =>
      `The computer slept, or its clock was set: the limit of ${seconds(n)} had passed before the request could be sent.`,
  },
  priceAged: (n: number) =>
    `The price grew older than ${seconds(n)} before the request could be sent. Press Renew again.`,
  tooLong: 'The vendor’s reply was too long to read.',
  broken: 'The connection broke before the vendor’s reply was complete.',
  garbled: 'The vendor’s reply was damaged on the way.',
  notSent: 'The request could not be sent.',
  reasons,
  /** `why`: one of `reasons`. */
  notReached: (why: string) => `The vendor could not be reached: ${why}.`,
  notReachedByProxy: (why: string) => `The vendor could not be reached through the proxy: ${why}.`,
  refusedByProxy: (status: string) =>
    `The vendor could not be reached through the proxy: it refused the connection (${status}).`,
  notSecure: {
    otherAddress:
      'No secure connection to the vendor: its certificate is not trusted, it belongs to another address.',
    expired: 'No secure connection to the vendor: its certificate is not trusted, it has expired.',
    notYet: 'No secure connection to the vendor: its certificate is not trusted, it is not valid yet.',
    notTrusted: 'No secure connection to the vendor: its certificate is not trusted.',
    noTls: 'No secure connection to the vendor: it does not speak TLS as it should.',
  },
  keyUnknown: 'The vendor does not know this key',
  noKey: 'This cannot be an API key of the vendor’s.',
  asksToWait: (n: number) => `The vendor asks to wait ${seconds(n)} before the next request.`,
  waitInstead: 'The vendor asked to wait (HTTP 429) instead of replying.',
  redirect: (status: number) =>
    `The vendor’s reply points to another address (HTTP ${status}), which is not followed.`,
  noReply: (status: number) => `The vendor answered with HTTP ${status} instead of a reply.`,
  unreadable: 'The vendor’s reply could not be understood.',
  noReason: 'The vendor refused and gave no reason.',
  noPrice: 'The vendor’s reply names no price that could be understood.',
  oddWarning: 'The vendor gave a warning that could not be understood.',
  error: (code: number) => `Error ${code}`,
}
