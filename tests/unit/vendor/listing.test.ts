import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readListing } from '../../../src/main/vendor/listing.ts'
import { createVoice } from '../../../src/main/vendor/redact.ts'
import { liveOrderSchema } from '../../../src/shared/domain/order.ts'
import { type ProxyType, proxyTypes } from '../../../src/shared/domain/rules/proxyTypes.ts'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const canary = 'CANARYKEY0123456789'
const voice = createVoice(canary)
const read = (body: unknown) => readListing(body, voice)
const day = 86_400_000

interface Address {
  readonly id: string
  readonly ip: string
  readonly end: number
  readonly country: string
  readonly auto: boolean
}

interface Order {
  readonly orderId: string
  readonly type: ProxyType
  readonly addresses: readonly Address[]
}

const orderArbitrary: fc.Arbitrary<readonly Order[]> = fc.uniqueArray(
  fc.record({
    orderId: fc.stringMatching(/^[0-9a-f]{1,24}$/),
    type: fc.constantFrom(...proxyTypes),
    addresses: fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[0-9]{1,21}$/),
        ip: fc.ipV4(),
        end: fc.integer({ min: 0, max: 4e12 }),
        country: fc.constantFrom('DEU', 'USA', 'GBR'),
        auto: fc.boolean(),
      }),
      { selector: (address) => address.id, minLength: 1, maxLength: 6 },
    ),
  }),
  { selector: (order) => order.orderId, maxLength: 6 },
)

const layout = fc.record({
  form: fc.constantFrom('flat', 'byType', 'byTypeAndOrder', 'orders'),
  underData: fc.boolean(),
  names: fc.constantFrom(['ipAddressId', 'ipAddressIp'], ['id', 'ip'], ['ipAddressId', 'ipAddress']),
  typeCase: fc.constantFrom(
    (type: string) => type,
    (type: string) => type.toLowerCase(),
    (type: string) => type.toUpperCase(),
  ),
  listName: fc.constantFrom('ipAddresses', 'ips', 'items', 'addresses', 'ipAddress'),
})
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never

function record(address: Address, { names: [id = 'id', ip = 'ip'] }: Layout) {
  return {
    [id]: address.id,
    [ip]: address.ip,
    country: address.country,
    dateStart: '2020-01-01T00:00:00Z',
    dateEnd: new Date(address.end).toISOString(),
    extendInfo: { autoExtend: address.auto, extendDays: null },
    authInfo: { login: 'login-of-it', password: 'password-of-it' },
    tags: [],
    httpsPort: 8080,
  }
}

function bodyOf(orders: readonly Order[], shape: Layout): unknown {
  const flat = orders.flatMap((order) =>
    order.addresses.map((address) => ({
      ...record(address, shape),
      orderId: order.orderId,
      proxyType: shape.typeCase(order.type),
    })),
  )
  const object = (order: Order) => ({
    // What must not be taken for an address id or an order id.
    id: `row${order.orderId}`,
    orderNumber: `N${order.orderId}`,
    orderId: order.orderId,
    proxyType: order.type,
    dateEnd: '2001-01-01T00:00:00Z',
    [shape.listName]: order.addresses.map((address) => record(address, shape)),
  })
  const perType = (inner: (order: Order) => readonly unknown[]) =>
    Object.fromEntries(
      proxyTypes.map((type) => [
        shape.typeCase(type),
        orders.filter((order) => order.type === type).flatMap(inner),
      ]),
    )
  const forms: Record<Layout['form'], unknown> = {
    flat: shape.underData ? flat : { ipAddresses: flat },
    byType: perType((order) =>
      order.addresses.map((address) => ({ ...record(address, shape), orderId: order.orderId })),
    ),
    byTypeAndOrder: perType((order) => {
      const { proxyType: _, ...untyped } = object(order)
      return [untyped]
    }),
    orders: { orders: orders.map(object) },
  }
  const content = forms[shape.form]
  const frame = { success: true, error: null }
  return shape.underData ? { ...frame, data: content } : { ...frame, ...(content as object) }
}

const sorted = (orders: readonly { readonly orderId: string }[]) =>
  [...orders].sort((a, b) => (a.orderId < b.orderId ? -1 : 1))

describe('the list of addresses', () => {
  it('comes out the same in every shape, gathered into orders', () => {
    fc.assert(
      fc.property(orderArbitrary, layout, (orders, shape) => {
        const list = read(bodyOf(orders, shape))
        expect(list?.notUnderstood).toBe(0)
        expect(sorted(list?.orders ?? [])).toEqual(
          sorted(
            orders.map((order) => ({
              orderId: order.orderId,
              proxyType: order.type,
              addresses: order.addresses.length,
              sample: [...new Set(order.addresses.map((address) => address.ip))].slice(0, 3),
              countries: [...new Set(order.addresses.map((address) => address.country))],
              endsAt: Math.min(...order.addresses.map((address) => address.end)),
              oddEnds: 0,
              repeated: 0,
              autoExtend: order.addresses.some((address) => address.auto),
            })),
          ),
        )
        expect(JSON.stringify(list)).not.toMatch(/login|password/)
      }),
    )
  })

  it('never throws, gives only what the schema allows, and never the key', () => {
    const names = fc.constantFrom(
      'ipAddressId',
      'id',
      'ip',
      'ipAddress',
      'ipAddressIp',
      'orderId',
      'proxyType',
      'country',
      'dateEnd',
      'extendInfo',
      'data',
      'ipv4',
      'ISP',
      'success',
      'error',
      '__proto__',
      'items',
    )
    const leaf = fc.oneof(
      fc.string({ maxLength: 90 }),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom(canary, `/client/api/v1/${canary}/x`, '2026-01-01', 'IPv4', '123', 'abc'),
    )
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 9 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(names, tie('tree'), { maxKeys: 6 }),
      ),
    }))
    fc.assert(
      fc.property(tree, (body) => {
        const list = read(body)
        for (const order of list?.orders ?? []) expect(liveOrderSchema.parse(order)).toEqual(order)
        expect(JSON.stringify(list) ?? '').not.toContain(canary)
      }),
      { numRuns: 500 },
    )
  })

  const address = {
    ipAddressId: '7',
    ipAddressIp: '192.0.2.1',
    orderId: '1',
    proxyType: 'IPv4',
    dateEnd: '2026-01-01T00:00:00Z',
  }
  const only = (changes: object) => read({ success: true, ipAddresses: [{ ...address, ...changes }] })

  it.each([
    ['an order id that came as a number', JSON.parse('{"orderId":1111111111111111111}')],
    ['an address id that came as a number', { ipAddressId: 7 }],
    ['no order id', { orderId: null }],
    ['an order id that can be none', { orderId: 'a b' }],
    ['an order id longer than any', { orderId: '1'.repeat(65) }],
  ])('%s: not understood', (_name, changes) => {
    expect(only(changes)).toEqual({ orders: [], notUnderstood: 1 })
  })

  it('counts what is no record at all', () => {
    expect(read({ success: true, ipv4: ['192.0.2.1', null, 5, {}, [], { note: 'x' }] })).toEqual({
      orders: [],
      notUnderstood: 6,
    })
  })

  it('does not take an order without addresses for an address, and counts it', () => {
    const order = { id: '5', orderId: '1', dateEnd: '2026-01-01' }
    expect(read({ success: true, ipv4: [order] })).toEqual({ orders: [], notUnderstood: 1 })
    expect(read({ success: true, ipv4: [{ ...order, ipAddresses: [] }] })).toEqual({
      orders: [],
      notUnderstood: 1,
    })
    expect(read({ success: true, ipv4: [] })).toEqual({ orders: [], notUnderstood: 0 })
  })

  it('counts an address that is listed twice once, and says that it was', () => {
    const order = { orderId: '1', ipAddresses: [address] }
    expect(read({ success: true, ipv4: [order, order, order] })).toMatchObject({
      orders: [{ addresses: 1, repeated: 2 }],
      notUnderstood: 0,
    })
  })

  it('does not lend a readable order id to records of an order whose id cannot be read', () => {
    const { orderId: _, ...bare } = address
    const inner = { orderId: 12345, ipAddresses: [bare] }
    expect(read({ success: true, data: { orderId: '9', orders: [inner] } })).toEqual({
      orders: [],
      notUnderstood: 1,
    })
  })

  it('keeps the address of a record whose end cannot be read, and counts it', () => {
    expect(only({ dateEnd: 'soon' })).toMatchObject({
      orders: [{ addresses: 1, endsAt: null }],
      notUnderstood: 1,
    })
    expect(only({ dateEnd: null })).toMatchObject({
      orders: [{ addresses: 1, endsAt: null }],
      notUnderstood: 0,
    })
  })

  it('counts an address that is listed twice once', () => {
    expect(
      read({ success: true, ipv4: [address], data: { IPv4: [address, { ...address, ipAddressId: '8' }] } }),
    ).toMatchObject({
      orders: [{ orderId: '1', addresses: 2 }],
    })
  })

  it('takes the soonest end, and any auto-extend for the order’s', () => {
    const list = read({
      success: true,
      ipv4: [
        { ...address, extendInfo: { autoExtend: true } },
        { ...address, ipAddressId: '8', dateEnd: '2025-12-31T00:00:00Z', extendInfo: { autoExtend: false } },
        { ...address, ipAddressId: '9', extendInfo: null },
      ],
    })
    expect(list?.orders).toMatchObject([{ endsAt: Date.UTC(2026, 0, 1) - day, autoExtend: true }])
    expect(only({})?.orders).toMatchObject([{ autoExtend: null }])
    expect(only({ extendInfo: { autoExtend: 'yes' } })?.orders).toMatchObject([{ autoExtend: null }])
  })

  it('says nothing of the type where records disagree', () => {
    const list = read({ success: true, list: [address, { ...address, ipAddressId: '8', proxyType: 'ISP' }] })
    expect(list?.orders).toMatchObject([{ proxyType: null, addresses: 2 }])
    expect(only({ proxyType: 'IPv5' })?.orders).toMatchObject([{ proxyType: null }])
  })

  it.each([
    null,
    undefined,
    7,
    'x',
    {},
    { success: true },
    { success: true, error: null },
    { types: ['IPv4'] },
    { data: null },
  ])('%j holds no list', (body) => expect(read(body)).toBeNull())

  it.each([[], { ipAddresses: [] }, { ipv4: null }, { data: [] }, { data: { isp: [] } }])(
    '%j holds an empty one',
    (body) => expect(read(body)).toEqual({ orders: [], notUnderstood: 0 }),
  )
})
