import { expect, test } from 'vitest'
import { createQuitting, type QuitChoice } from '../../../src/main/composition/quitting.ts'
import { settled } from '../../support/clocks.ts'

/** Until nothing goes on by itself: closing takes a turn of its own after the one that decided it. */
async function rested(): Promise<void> {
  await settled()
  await settled()
}

/** Quitting, with everything that it asks and does written down, and answered when a test says so. */
function setup(busy: readonly string[] = ['berlin']) {
  const log: string[] = []
  const answers: ((choice: QuitChoice) => void)[] = []
  const forgets: ((yes: boolean) => void)[] = []
  let free = (): void => {}
  const idle = new Promise<void>((resolve) => {
    free = resolve
  })
  const waits: (() => void)[] = []
  const state = { busy, unsaved: 0, stayed: 0 }
  const quitting = createQuitting({
    renewals: {
      busyGroups: () => state.busy,
      idle: () => (state.busy.length === 0 ? Promise.resolve() : idle),
      stop: () => log.push('stop'),
    },
    askBusy: (groups) => {
      log.push(`ask ${groups.join(' ')}`)
      return new Promise((resolve) => answers.push(resolve))
    },
    mayForget: (count) => {
      log.push(`forget ${count}`)
      return new Promise((resolve) => forgets.push(resolve))
    },
    unsavedOutcomes: () => state.unsaved,
    close: async () => void log.push('close'),
    stayed: () => {
      state.stayed += 1
    },
    end: () => log.push('end'),
    wait: (ms) => {
      log.push(`wait ${ms}`)
      return new Promise((resolve) => waits.push(resolve))
    },
    ownTurn: () => new Promise((resolve) => setImmediate(resolve)),
    log: (line) => log.push(line),
  })
  return {
    quitting,
    log,
    state,
    forgets,
    async answer(choice: QuitChoice) {
      answers.shift()?.(choice)
      await rested()
    },
    async ended() {
      state.busy = []
      free()
      await rested()
    },
    async waited() {
      for (const end of waits.splice(0)) end()
      await rested()
    },
  }
}

test('with nothing on its way it closes without a word, once', async () => {
  const { quitting, log } = setup([])
  expect(quitting.asked()).toBe(false)
  expect(quitting.asked()).toBe(false)
  await rested()
  expect(log).toEqual(['stop', 'close', 'end'])
  expect(quitting.asked()).toBe(true)
})

test('asked in the midst of other work, it closes once that has ended, in a turn of its own', async () => {
  const { quitting, log } = setup([])
  quitting.asked()
  for (let tick = 0; tick < 50; tick += 1) await Promise.resolve()
  expect(log).toEqual(['stop'])
  await rested()
  expect(log).toEqual(['stop', 'close', 'end'])
})

test('Wait, then quit: it ends when the renewals have, and not before', async () => {
  const { quitting, log, answer, ended } = setup(['berlin', 'paris'])
  expect(quitting.asked()).toBe(false)
  await answer('wait')
  expect(log).toEqual(['ask berlin paris'])
  expect(quitting.isQuitting()).toBe(false)
  await ended()
  expect(log).toEqual(['ask berlin paris', 'stop', 'close', 'end'])
})

test('Quit now: nothing more is sent, and it closes at once', async () => {
  const { quitting, log, answer } = setup()
  quitting.asked()
  await answer('now')
  expect(log).toEqual(['ask berlin', 'stop', 'close', 'end'])
})

test('Cancel: it goes on, and the next quit asks anew', async () => {
  const { quitting, log, answer, ended } = setup()
  quitting.asked()
  await answer('stay')
  expect(quitting.isQuitting()).toBe(false)
  await ended()
  expect(log).toEqual(['ask berlin'])
  quitting.asked()
  await rested()
  expect(log).toEqual(['ask berlin', 'stop', 'close', 'end'])
})

test('who waits may change their mind: the question comes again, and the latest answer counts', async () => {
  for (const choice of ['now', 'stay'] as const) {
    const { quitting, log, answer, ended } = setup()
    quitting.asked()
    await answer('wait')
    quitting.asked()
    expect(log).toEqual(['ask berlin', 'ask berlin'])
    await answer(choice)
    const after = choice === 'now' ? ['stop', 'close', 'end'] : []
    expect(log.slice(2)).toEqual(after)
    await ended()
    expect(log.slice(2), choice).toEqual(after)
  }
})

test('a question is not asked twice at a time', async () => {
  const { quitting, log, state, answer } = setup()
  quitting.asked()
  quitting.asked()
  await answer('stay')
  expect(log).toEqual(['ask berlin'])
  expect(state.stayed).toBe(1)
})

test('outcomes that only memory has are asked about, also after waiting', async () => {
  const { quitting, log, state, answer, ended, forgets } = setup()
  state.unsaved = 2
  quitting.asked()
  await answer('wait')
  await ended()
  expect(log).toEqual(['ask berlin', 'forget 2'])
  forgets[0]?.(false)
  await rested()
  expect(log).toEqual(['ask berlin', 'forget 2'])
  quitting.asked()
  await rested()
  forgets[1]?.(true)
  await rested()
  expect(log.slice(2)).toEqual(['forget 2', 'stop', 'close', 'end'])
})

test('at the session’s end nobody is asked: what is not sent stays so, a reply is given three seconds', async () => {
  for (const comes of [true, false]) {
    const { quitting, log, ended, waited } = setup()
    void quitting.sessionEnds()
    void quitting.sessionEnds()
    await rested()
    expect(log).toEqual(['stop', 'wait 3000'])
    if (comes) await ended()
    else await waited()
    expect(log).toEqual(['stop', 'wait 3000', 'stop', 'close', 'end'])
  }
})

test('the session’s end does not wait for an open question, whose answer then does nothing', async () => {
  const { quitting, log, answer, waited } = setup()
  quitting.asked()
  void quitting.sessionEnds()
  await waited()
  await answer('stay')
  expect(log).toEqual(['ask berlin', 'stop', 'wait 3000', 'stop', 'close', 'end'])
  expect(quitting.asked()).toBe(true)
})
