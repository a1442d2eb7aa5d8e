import { z } from 'zod'
import { proxyTypes } from './rules/proxyTypes.ts'

export type { ProxyType } from './rules/proxyTypes.ts'

/** The vendor's four proxy types, spelled as on the wire. */
export const proxyTypeSchema = z.enum(proxyTypes)
