/** The vendor's four proxy types, spelled as on the wire (vendor doc: IPv4, IPv6, MOBILE, ISP). */
export const proxyTypes = ['IPv4', 'IPv6', 'MOBILE', 'ISP'] as const

/** One of the vendor's proxy types. */
export type ProxyType = (typeof proxyTypes)[number]

/** The word a person sees for a proxy type. */
export const proxyTypeLabel: Readonly<Record<ProxyType, string>> = {
  IPv4: 'IPv4',
  IPv6: 'IPv6',
  MOBILE: 'Mobile',
  ISP: 'ISP',
}

/**
 * Rental periods in days that the vendor documents, shown until `rentPeriod` has been read live.
 * ISP's are not documented (API.md).
 */
export const documentedPeriods: Readonly<Record<ProxyType, readonly number[]>> = {
  IPv4: [30, 60, 90, 180, 360],
  IPv6: [90, 180, 360],
  MOBILE: [30, 360],
  ISP: [],
}
