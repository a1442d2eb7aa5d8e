import { expect, test } from 'vitest'
import { createRounds } from '../../../src/main/renewals/rounds.ts'
import { settled } from '../../support/clocks.ts'

interface Begun {
  readonly key: string
  readonly end: (value: string) => void
  readonly fail: (error: Error) => void
}

/** A work that ends when the test says so. */
function bench() {
  const begun: Begun[] = []
  const rounds = createRounds<string>((key) => new Promise((end, fail) => begun.push({ key, end, fail })))
  const round = (at: number): Begun => begun[at] ?? expect.unreachable(`round ${at} has not begun`)
  return { rounds, begun, round }
}

test('whoever asks while a round runs shares the next, which begins only after that one', async () => {
  const { rounds, begun, round } = bench()
  const first = rounds.ask('a')
  await settled()
  expect(begun).toHaveLength(1)
  const late = [rounds.ask('a'), rounds.ask('a'), rounds.ask('a')]
  await settled()
  expect(begun).toHaveLength(1)
  round(0).end('old')
  expect(await first).toBe('old')
  await settled()
  expect(begun).toHaveLength(2)
  round(1).end('new')
  expect(await Promise.all(late)).toEqual(['new', 'new', 'new'])
  await settled()
  expect(begun).toHaveLength(2)
})

test('whoever asks while the shared round runs gets a third one', async () => {
  const { rounds, begun, round } = bench()
  const answers = [rounds.ask('a')]
  await settled()
  answers.push(rounds.ask('a'))
  round(0).end('first')
  await settled()
  expect(begun).toHaveLength(2)
  answers.push(rounds.ask('a'))
  await settled()
  expect(begun).toHaveLength(2)
  round(1).end('second')
  await settled()
  round(2).end('third')
  expect(await Promise.all(answers)).toEqual(['first', 'second', 'third'])
})

test('two that ask at the same moment share one round', async () => {
  const { rounds, begun, round } = bench()
  const both = [rounds.ask('a'), rounds.ask('a')]
  await settled()
  expect(begun).toHaveLength(1)
  round(0).end('one')
  expect(await Promise.all(both)).toEqual(['one', 'one'])
})

test('keys do not wait for each other', async () => {
  const { rounds, begun, round } = bench()
  const answers = [rounds.ask('a'), rounds.ask('b')]
  await settled()
  expect(begun.map(({ key }) => key)).toEqual(['a', 'b'])
  round(1).end('of b')
  expect(await answers[1]).toBe('of b')
  round(0).end('of a')
  expect(await answers[0]).toBe('of a')
})

test('a round that fails is told to those who shared it, and the next one runs all the same', async () => {
  const { rounds, begun, round } = bench()
  const first = rounds.ask('a')
  await settled()
  const second = rounds.ask('a')
  round(0).fail(new Error('a bug'))
  await expect(first).rejects.toThrow('a bug')
  await settled()
  expect(begun).toHaveLength(2)
  round(1).end('fine')
  expect(await second).toBe('fine')
  const third = rounds.ask('a')
  await settled()
  round(2).end('again')
  expect(await third).toBe('again')
})
