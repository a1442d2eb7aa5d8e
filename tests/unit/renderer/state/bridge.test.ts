import { afterEach, expect, test, vi } from 'vitest'
import { call } from '../../../../src/renderer/state/bridge.ts'
import type { BridgeProblem } from '../../../../src/shared/contract/types.ts'

afterEach(() => vi.unstubAllGlobals())

/** The page's bridge, answering so. */
function answering(text: string): void {
  vi.stubGlobal('window', { leasebar: { invoke: async () => text } })
}

const problem = (message: string) => JSON.stringify({ ok: false, error: { kind: 'internal', message } })

test.each<[BridgeProblem, RegExp]>([
  ['no-answer', /^Leasebar did not answer\. Restart it and look into the history before renewing again\.$/],
  ['no-such-channel', /^Leasebar has no such channel\.$/],
])('what the bridge says by itself is put into words: %s', async (name, words) => {
  answering(problem(name))
  expect(await call('due.dismiss', null)).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(words) },
  })
})

test('what main says is left as it is, even where it is called like a part of every object', async () => {
  for (const message of ['The disk is full.', 'toString', '__proto__']) {
    answering(problem(message))
    expect(await call('due.dismiss', null)).toMatchObject({ error: { message } })
  }
})

test('an answer that is none is told as a missing one', async () => {
  answering('')
  expect(await call('due.dismiss', null)).toMatchObject({ ok: false, error: { kind: 'internal' } })
})
