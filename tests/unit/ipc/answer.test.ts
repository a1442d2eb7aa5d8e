import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { answer, channelEntries } from '../../../src/main/ipc/answer.ts'
import { push } from '../../../src/main/ipc/push.ts'
import {
  channels,
  type InvokeChannel,
  isInvokeChannel,
  type PushChannel,
} from '../../../src/shared/contract/channels.ts'
import { contractErrorSchema } from '../../../src/shared/contract/errors.ts'
import { invokeSchemas, pushSchemas } from '../../../src/shared/contract/schemas.ts'
import type { Handlers } from '../../../src/shared/contract/types.ts'
import { err } from '../../../src/shared/domain/result.ts'
import { requestSamples } from './samples.ts'

const names = Object.keys(channels)
const invokes = names.filter(isInvokeChannel)
const pushes = names.filter((name): name is PushChannel => !isInvokeChannel(name))
const canary = 'CANARY-4f2a9c'
const address = `https://youproxy.io/client/api/v1/${canary}/balance?x=1`

/** Handlers that all do the same, and tell when they were reached. */
function allHandlers(run: (channel: string, request: unknown) => unknown): Handlers {
  const entries = invokes.map((channel) => [channel, async (request: unknown) => run(channel, request)])
  return Object.fromEntries(entries) as Handlers
}

function table(handlers: Handlers): { entries: ReturnType<typeof channelEntries>; lines: string[] } {
  const lines: string[] = []
  return { entries: channelEntries(handlers, (line) => lines.push(line)), lines }
}

describe('the contract', () => {
  it('has a schema for every channel and a channel for every schema', () => {
    expect(Object.keys(invokeSchemas).toSorted()).toEqual(invokes.toSorted())
    expect(Object.keys(pushSchemas).toSorted()).toEqual(pushes.toSorted())
  })

  it('handles every channel that a window may call and no other', () => {
    const { entries } = table(allHandlers(() => err({ kind: 'internal', message: 'x' })))
    expect(entries.map(({ channel }) => channel).toSorted()).toEqual(invokes.toSorted())
  })

  it('has a well-formed request sample for every channel, so that the walk reaches each handler', () => {
    for (const channel of invokes) {
      const schema: z.ZodType = invokeSchemas[channel].request
      expect(schema.safeParse(requestSamples[channel]).success, channel).toBe(true)
    }
  })
})

describe.each(invokes)('%s', (channel) => {
  it('answers no foreign frame', async () => {
    const reached: unknown[] = []
    const { entries, lines } = table(allHandlers((_channel, request) => reached.push(request)))
    const reply = await entryOf(entries, channel).answer(requestSamples[channel], false)
    expect(reply).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
    expect(reached).toEqual([])
    expect(lines).toHaveLength(1)
  })

  it.each([
    ['undefined', undefined],
    ['a number', 7],
    ['a text', canary],
    ['a list', [canary]],
    [
      'lengths that cannot be compared',
      Object.fromEntries(
        ['groupId', 'accountId', 'name', 'text', 'id', 'key', 'search', 'language', 'skippedVersion'].map(
          (field) => [field, { length: { toString: 1, valueOf: 1 } }],
        ),
      ),
    ],
    [
      'an object of odd fields',
      { groupId: 7, accountId: canary, name: {}, theme: 1, link: canary, text: 1, id: 1 },
    ],
  ])('refuses a malformed request: %s', async (_name, raw) => {
    const reached: unknown[] = []
    const { entries, lines } = table(allHandlers((_channel, request) => reached.push(request)))
    // A patch of settings may leave everything out; every other request has something to refuse.
    const reply = await entryOf(entries, channel).answer(raw, true)
    expect(reply).toMatchObject({ ok: false, error: { kind: 'bad-request' } })
    expect(reached).toEqual([])
    expect(JSON.stringify([reply, lines])).not.toContain(canary)
  })

  it('lets no malformed reply of its own out', async () => {
    for (const value of [undefined, 7, canary, { secret: canary }, [canary]]) {
      const { entries, lines } = table(allHandlers(() => ({ ok: true, value })))
      const reply = await entryOf(entries, channel).answer(requestSamples[channel], true)
      expect(reply).toMatchObject({ ok: false, error: { kind: 'internal' } })
      expect(JSON.stringify([reply, lines])).not.toContain(canary)
      expect(lines).toHaveLength(1)
    }
  })

  it('lets no malformed error of its own out', async () => {
    for (const error of [undefined, canary, { kind: 'odd', message: canary }, { kind: 'key' }]) {
      const { entries, lines } = table(allHandlers(() => ({ ok: false, error })))
      const reply = await entryOf(entries, channel).answer(requestSamples[channel], true)
      expect(reply).toMatchObject({ ok: false, error: { kind: 'internal' } })
      expect(JSON.stringify([reply, lines])).not.toContain(canary)
    }
  })

  it('lets no exception across, and nothing of its message', async () => {
    const thrown = [
      new Error(`GET ${address}\n    at secret (file.js:1)`),
      canary,
      undefined,
      { message: canary },
    ]
    for (const bug of thrown) {
      const { entries, lines } = table(
        allHandlers(() => {
          throw bug
        }),
      )
      const reply = await entryOf(entries, channel).answer(requestSamples[channel], true)
      expect(reply).toMatchObject({ ok: false, error: { kind: 'internal' } })
      expect(JSON.stringify([reply, lines])).not.toContain(canary)
      expect(JSON.stringify(reply)).not.toContain('at secret')
      expect(lines).toHaveLength(1)
    }
  })

  it('hands the parsed request to its handler, and an expected failure back', async () => {
    const reached: unknown[] = []
    const handlers = allHandlers((name, request) => {
      reached.push([name, request])
      return err({ kind: 'not-found', message: 'It is gone.' })
    })
    const { entries } = table(handlers)
    const sample = requestSamples[channel]
    const sent = sample === null ? null : { ...sample, surplus: canary }
    const reply = await entryOf(entries, channel).answer(sent, true)
    expect(reached).toEqual([[channel, sample]])
    expect(reply).toEqual({ ok: false, error: { kind: 'not-found', message: 'It is gone.' } })
  })
})

function entryOf(
  entries: ReturnType<typeof channelEntries>,
  channel: InvokeChannel,
): ReturnType<typeof channelEntries>[number] {
  const found = entries.find((entry) => entry.channel === channel)
  if (found === undefined) throw new Error(`no entry for ${channel}`)
  return found
}

describe('an expected failure', () => {
  const say = (message: string, fields?: Record<string, string>) =>
    answer(
      'balance.refresh',
      async () => err({ kind: 'vendor', message, ...(fields === undefined ? {} : { fields }) }),
      requestSamples['balance.refresh'],
      true,
      () => undefined,
    )

  it('crosses without a stack and without the tail of an address', async () => {
    const reply = await say(`Could not read ${address}.\n    at fetch (node:internal:1)`, {
      apiUrl: `no ${address}`,
    })
    expect(reply).toEqual({
      ok: false,
      error: {
        kind: 'vendor',
        message: 'Could not read https://youproxy.io/…',
        fields: { apiUrl: 'no https://youproxy.io/…' },
      },
    })
    expect(contractErrorSchema.safeParse(reply.ok ? null : reply.error).success).toBe(true)
  })

  it('keeps an address without a tail, which words for a person may name', async () => {
    const message = 'It should look like https://youproxy.io.'
    expect(await say(message)).toEqual({ ok: false, error: { kind: 'vendor', message } })
  })
})

describe('a reply', () => {
  it('loses what its schema does not name', async () => {
    const accountId = '0b1f8f3e-6a43-4f4e-9d0e-7b1f4b0f5a11'
    const value = { accountId, key: canary }
    const reply = await answer(
      'account.practice',
      async () => ({ ok: true, value }),
      null,
      true,
      () => undefined,
    )
    expect(reply).toEqual({ ok: true, value: { accountId } })
  })
})

describe.each(pushes)('push %s', (channel) => {
  it('sends nothing that its schema does not take', () => {
    const sent: unknown[] = []
    const lines: string[] = []
    const target = { send: (...message: unknown[]) => sent.push(message) }
    for (const message of [undefined, canary, { secret: canary }, 7]) {
      // A malformed message is what this is about, so its type has to be talked round.
      expect(push(target, channel, message as never, (line) => lines.push(line))).toBe(false)
    }
    expect(sent).toEqual([])
    expect(lines).toHaveLength(4)
    expect(lines.join()).not.toContain(canary)
  })
})

describe('push', () => {
  it('sends what its schema takes, without what it does not name', () => {
    const sent: unknown[] = []
    const message = {
      view: 'history' as const,
      accountId: null,
      groupId: null,
      renewalId: null,
      question: null,
      due: false,
    }
    const surplus = { ...message, key: canary }
    const done = push({ send: (...letter) => sent.push(letter) }, 'view.open', surplus, () => undefined)
    expect(done).toBe(true)
    expect(sent).toEqual([['view.open', message]])
  })
})
