/** A bare client for the embedded vendor's tests: what is on the wire, and nothing of the app's own client. */
import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import { createFaults, type Faults } from '../../../src/main/practice/faults.ts'
import {
  createWorld,
  type LedgerEntry,
  type PracticeVendor,
  startVendor,
  type VendorWorld,
  type WorldOptions,
} from '../../../src/main/practice/vendor.ts'

export const KEY = 'key/with ? signs#and%'
export const NOW = Date.UTC(2026, 0, 15, 12)
export const DAY = 86_400_000

/** Orders that most tests need: `1000000000000000001` and `…002` IPv4, `…003` IPv6, `…004` MOBILE, `…005` ISP. */
export const IPV4 = '1000000000000000001'
export const IPV4_TWO = '1000000000000000002'
export const IPV6 = '1000000000000000003'
export const MOBILE = '1000000000000000004'
export const ISP = '9223372036854775807123'

export interface Setup {
  readonly vendor: PracticeVendor
  readonly world: VendorWorld
  readonly faults: Faults
  readonly clock: { now: number }
  readonly base: string
}

/** Starts a vendor that the running test's end closes. */
export async function setup(options: Omit<WorldOptions, 'now'> = {}): Promise<Setup> {
  const clock = { now: NOW }
  const world = createWorld({
    now: () => clock.now,
    accounts: [
      {
        key: KEY,
        balance: '100.00',
        orders: [
          { id: IPV4, type: 'IPv4', addresses: 2, country: 'DEU', end: NOW + 5 * DAY },
          { id: IPV4_TWO, type: 'IPv4', addresses: 1, country: 'USA', end: NOW - DAY },
          { id: IPV6, type: 'IPv6', addresses: 3 },
          { id: MOBILE, type: 'MOBILE', mobileOperator: 'EE', country: 'GBR' },
          { id: ISP, type: 'ISP', addresses: ['444444444444444'] },
        ],
        promoCodes: [{ code: 'TEN' }, { code: 'OLD', endDate: NOW - DAY, startDate: NOW - 9 * DAY }],
      },
    ],
    ...options,
  })
  const faults = createFaults()
  const vendor = await startVendor({ world, faults })
  onTestFinished(() => vendor.close())
  return { vendor, world, faults, clock, base: baseOf(vendor, KEY) }
}

/** The API's address with a key in it. */
export function baseOf(vendor: PracticeVendor, key: string): string {
  return `${vendor.url}/client/api/v1/${encodeURIComponent(key)}`
}

/** The only entry of a list. */
export function only(entries: readonly LedgerEntry[]): LedgerEntry {
  const [first, ...others] = entries
  if (!first || others.length > 0) throw new Error(`expected one entry, got ${entries.length}`)
  return first
}

/** POSTs JSON with fetch and gives status and parsed body. */
export async function post(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
  })
  return { status: response.status, body: await response.json() }
}

/** GETs with fetch and gives the parsed body. */
export async function get(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { connection: 'close' } })
  return response.json()
}

/** What a raw client saw: the reply as far as it came, and how the connection ended. */
export interface Seen {
  readonly status: number | null
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** The error's code, or null when the reply came whole. */
  readonly failure: string | null
}

/** POSTs with node:http on a connection of its own and tells everything it saw; never rejects. */
export function rawPost(url: string, body: unknown, signal?: AbortSignal): Promise<Seen> {
  return new Promise((resolve) => {
    let status: number | null = null
    let headers: Seen['headers'] = {}
    const chunks: Buffer[] = []
    const end = (failure: string | null): void =>
      resolve({ status, headers, text: Buffer.concat(chunks).toString('utf8'), failure })
    const text = JSON.stringify(body)
    const outgoing = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
        ...(signal ? { signal } : {}),
      },
      (response) => {
        status = response.statusCode ?? null
        headers = response.headers
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', (error) => end(codeOf(error)))
        response.on('end', () => end(null))
      },
    )
    outgoing.on('error', (error) => end(codeOf(error)))
    outgoing.end(text)
  })
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
