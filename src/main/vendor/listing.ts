import type { OrderList } from '../../shared/domain/exchange.ts'
import type { ProxyType } from '../../shared/domain/rules/proxyTypes.ts'
import type { Voice } from './redact.ts'
import { createTally, proxyTypeOf, type Tally } from './tally.ts'

/** What the objects around a record say of it. */
interface Around {
  readonly proxyType: ProxyType | null
  /** The order object's id; null outside of one, and inside of one whose id cannot be read. */
  readonly orderId: string | null
}

type Fields = Readonly<Record<string, unknown>>

/** Deeper than any of the shapes that API.md knows; what lies below is not understood. */
const deepest = 6

/**
 * Reads `GET ipAddress`, whose shape API.md leaves open (C): records flat, by type, by type and within order
 * objects, possibly under `data`. What cannot be understood is counted, never guessed at: above all an order
 * object's own `id` is never taken for an address. Null: there is no list of any kind in it.
 */
export function readListing(body: unknown, voice: Voice): OrderList | null {
  const steps = listingSteps(body, voice)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps of a record each: a long list can be read a few at a time. */
export function* listingSteps(body: unknown, voice: Voice): Generator<void, OrderList | null> {
  const tally = createTally(voice)
  const around: Around = { proxyType: null, orderId: null }
  if (Array.isArray(body)) yield* walkItems(body, around, tally, 0)
  else if (!isFields(body) || !(yield* walkContainer(body, around, tally, 0))) return null
  return yield* tally.list()
}

type Steps<T = void> = Generator<void, T>

/** Looks for lists in an object that is neither record nor order. True when there was any, even an empty one. */
function* walkContainer(container: Fields, around: Around, tally: Tally, depth: number): Steps<boolean> {
  let found = false
  for (const [name, value] of Object.entries(container)) {
    const type = proxyTypeOf(name)
    const inner = type === null ? around : { ...around, proxyType: type }
    if (Array.isArray(value)) {
      // A list of plain values under an unknown name (say, of type names) is no list of addresses.
      if (type === null && value.length > 0 && !value.some(isFields)) continue
      found = true
      yield* walkItems(value, inner, tally, depth + 1)
    } else if (value === null && type !== null) {
      found = true
    } else if (isFields(value) && name !== 'error') {
      found = (yield* walkObject(value, inner, tally, depth + 1)) || found
    }
  }
  return found
}

function* walkObject(value: Fields, around: Around, tally: Tally, depth: number): Steps<boolean> {
  if (depth > deepest) {
    tally.miss()
    return true
  }
  const kind = kindOf(value)
  // What has lists and no order id is one more wrapping, such as `data`.
  if (kind === 'record' || (kind === 'order' && 'orderId' in value)) {
    yield* walkItems([value], around, tally, depth)
    return true
  }
  return yield* walkContainer(value, around, tally, depth)
}

function* walkItems(items: readonly unknown[], around: Around, tally: Tally, depth: number): Steps {
  for (const item of items) {
    const kind = isFields(item) && depth <= deepest ? kindOf(item) : null
    if (kind === null || !isFields(item)) tally.miss()
    else if (kind === 'record') tally.add(item, around)
    else yield* walkOrder(item, around, tally, depth)
    yield
  }
}

/** An order object's type and order id go over to its records; its `id` and `orderNumber` do not. */
function* walkOrder(order: Fields, around: Around, tally: Tally, depth: number): Steps {
  const inner: Around = {
    proxyType: proxyTypeOf(order.proxyType) ?? around.proxyType,
    orderId: 'orderId' in order ? textOf(order.orderId) : around.orderId,
  }
  const lists = listsOf(order)
  // It says that there is an order and nothing about it: counted, so that it is not passed over in silence.
  if (lists.every((list) => list.length === 0)) tally.miss()
  for (const list of lists) yield* walkItems(list, inner, tally, depth + 1)
}

/**
 * An order object holds records. A record names an address. What does neither is not understood: by its `id` and
 * dates alone an order cannot be told from an address.
 */
function kindOf(item: Fields): 'record' | 'order' | null {
  const lists = listsOf(item)
  if (lists.some((list) => list.some((inner) => isFields(inner) && namesAddress(inner)))) return 'order'
  if (namesAddress(item)) return 'record'
  return lists.length > 0 ? 'order' : null
}

function namesAddress(item: Fields): boolean {
  const { ipAddressId, ipAddressIp, ipAddress, ip } = item
  return (
    typeof ipAddressId === 'string' ||
    typeof ipAddressId === 'number' ||
    [ipAddressIp, ipAddress, ip].some((value) => typeof value === 'string')
  )
}

/** The lists of objects (or empty lists) that an object holds. */
function listsOf(item: Fields): (readonly unknown[])[] {
  return Object.values(item).filter(
    (value) => Array.isArray(value) && (value.length === 0 || value.some(isFields)),
  ) as (readonly unknown[])[]
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
