/** A machine that sleeps while a paid call is on its way: its timers stand still, the clocks tell of it afterwards. */
import { once } from 'node:events'
import { createServer, connect as netConnect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { canary, clientOf, clock, httpReply, rawServer, renewedBody, request, tlsPair } from './support.ts'

const night = 8 * 3_600_000

/** A machine whose timers never run out by themselves. It sleeps, and wakes, when a test says so. */
function sleeper(counts: 'wall' | 'monotonic') {
  let slept = 0
  const wake: (() => void)[] = []
  return {
    sleep(ms = night) {
      slept += ms
      for (const end of wake.splice(0)) end()
    },
    clock: {
      now: () => Date.now() + (counts === 'wall' ? slept : 0),
      monotonic: () => performance.now() + (counts === 'monotonic' ? slept : 0),
      // The time limit itself stands still; what looks at the clocks in between is run by the waking.
      wait: (ms: number, _signal?: AbortSignal) =>
        new Promise<void>((resolve) => {
          if (ms < 100_000) wake.push(resolve)
        }),
    },
  }
}

const limit = { paidLimitMs: 120_000 }
const late = 'The computer slept, or its clock was set: the limit of 120 seconds had passed before'

describe.each(['wall', 'monotonic'] as const)('a night that the %s clock tells of', (counts) => {
  it('while the reply was on its way: lost at once, sent once', async () => {
    const machine = sleeper(counts)
    const server = await rawServer(async (_socket, arrived) => {
      await arrived
      machine.sleep()
    })
    onTestFinished(server.close)
    const exchange = await clientOf({ clock: machine.clock, ...limit }).extend(
      { apiUrl: server.url, key: canary },
      request,
    )
    expect(exchange).toMatchObject({
      phase: 'lost',
      reason: `${late} the vendor’s reply was complete.`,
    })
    await server.fence()
    expect(server.posts()).toBe(1)
  })

  it('while the way was looked for: not sent, and not later either', async () => {
    const machine = sleeper(counts)
    const server = await rawServer(async (socket, arrived) => {
      await arrived
      socket.end(httpReply(200, renewedBody))
    }, true)
    onTestFinished(server.close)
    const proxy = await relay(server.port)
    // By a name beyond this machine, so that the proxy is asked for.
    const access = { apiUrl: `https://vendor.invalid:${server.port}`, key: canary }
    const proxyFor = async () => {
      machine.sleep()
      return `http://127.0.0.1:${proxy.port}`
    }
    const client = clientOf({ clock: machine.clock, proxyFor, ca: tlsPair.cert, ...limit })
    expect(await client.extend(access, request)).toMatchObject({ phase: 'not-sent' })
    await server.fence()
    expect(server.posts()).toBe(0)
  })

  it('while the connection came about: the socket is not handed over', async () => {
    const machine = sleeper(counts)
    const server = await rawServer(async (socket, arrived) => {
      await arrived
      socket.end(httpReply(200, renewedBody))
    }, true)
    onTestFinished(server.close)
    // The clocks go on without waking whoever looks at them: only the gate can notice.
    const quiet = { ...machine.clock, wait: () => new Promise<void>(() => {}) }
    const between = await relay(server.port, () => machine.sleep())
    const exchange = await clientOf({ clock: quiet, ca: tlsPair.cert, ...limit }).extend(
      { apiUrl: `https://localhost:${between.port}`, key: canary },
      request,
    )
    expect(exchange).toEqual({ phase: 'not-sent', reason: `${late} the request could be sent.` })
    await server.fence()
    expect(server.posts()).toBe(0)
  })

  it('of a minute: the call goes on', async () => {
    const machine = sleeper(counts)
    const server = await rawServer(async (socket, arrived) => {
      await arrived
      machine.sleep(60_000)
      socket.end(httpReply(200, renewedBody))
    })
    onTestFinished(server.close)
    const client = clientOf({ clock: machine.clock, ...limit })
    expect(await client.extend({ apiUrl: server.url, key: canary }, request)).toMatchObject({
      phase: 'replied',
    })
    expect(server.posts()).toBe(1)
  })
})

it('a click of last night that comes to the vendor’s door in the morning is not sent', async () => {
  const server = await rawServer(async (socket, arrived) => {
    await arrived
    socket.end(httpReply(200, renewedBody))
  })
  onTestFinished(server.close)
  const access = { apiUrl: server.url, key: canary }
  // It slept between the journal's row and the first step of the call.
  const exchange = await clientOf(limit).extend(access, request, { askedAt: Date.now() - night })
  expect(exchange).toEqual({ phase: 'not-sent', reason: `${late} the request could be sent.` })
  await server.fence()
  expect(server.posts()).toBe(0)
  expect(await clientOf(limit).extend(access, request, { askedAt: Date.now() })).toMatchObject({
    phase: 'replied',
  })
})

it('a price that grew old on the way to the vendor’s door is not paid', async () => {
  const server = await rawServer(async (socket, arrived) => {
    await arrived
    socket.end(httpReply(200, renewedBody))
  }, true)
  onTestFinished(server.close)
  const proxy = await relay(server.port)
  let passed = 0
  const slow = {
    clock: { ...clock, monotonic: () => performance.now() + passed },
    // The system takes its time to say which way to go: less than the call's limit, more than a price lasts.
    proxyFor: async () => {
      passed += 20_000
      return `http://127.0.0.1:${proxy.port}`
    },
    ca: tlsPair.cert,
    ...limit,
  }
  const access = { apiUrl: `https://vendor.invalid:${server.port}`, key: canary }
  const quoted = (ago: number) => ({
    at: { wall: Date.now(), monotonic: slow.clock.monotonic() - ago },
    lifeMs: 30_000,
  })
  expect(await clientOf(slow).extend(access, request, { quote: quoted(15_000) })).toEqual({
    phase: 'not-sent',
    reason: 'The price grew older than 30 seconds before the request could be sent. Press Renew again.',
  })
  await server.fence()
  expect(server.posts()).toBe(0)
  expect(await clientOf(slow).extend(access, request, { quote: quoted(5000) })).toMatchObject({
    phase: 'replied',
  })
  expect(server.posts()).toBe(1)
})

it('a wall clock that is set back does not lengthen the limit', async () => {
  let jumped = 0
  const server = await rawServer(async (_socket, arrived) => {
    await arrived
    jumped = -night
  })
  onTestFinished(server.close)
  const moved = { ...clock, now: () => Date.now() + jumped }
  const exchange = await clientOf({ clock: moved, paidLimitMs: 300 }).extend(
    { apiUrl: server.url, key: canary },
    request,
  )
  expect(exchange).toMatchObject({
    phase: 'lost',
    reason: 'The vendor did not answer within 0.3 seconds.',
  })
})

/** A TCP relay on loopback that speaks to a port, also by way of CONNECT; `onBytes` at the first bytes through it. */
async function relay(port: number, onBytes: () => void = () => {}): Promise<{ port: number }> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const target = netConnect(port, '127.0.0.1')
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    client.once('data', (first) => {
      onBytes()
      const isConnect = first.toString('latin1').startsWith('CONNECT')
      if (isConnect) client.write('HTTP/1.1 200 OK\r\n\r\n')
      else target.write(first)
      client.pipe(target).pipe(client)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0 }
}
