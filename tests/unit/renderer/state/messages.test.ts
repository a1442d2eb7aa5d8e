import { beforeEach, describe, expect, test } from 'vitest'
import {
  dismissOutdated,
  dismissRenewal,
  type Message,
  show,
  useMessages,
} from '../../../../src/renderer/state/messages.ts'
import type { Outcome } from '../../../../src/shared/domain/rules/outcomes.ts'
import { groupView } from '../samples.ts'

const plain = { kind: 'alert', title: '', text: '', about: null, action: null } as const
const titles = () => useMessages.getState().messages.map((message) => message.title)
const undo = (title: string): Omit<Message, 'id'> => ({
  ...plain,
  kind: 'note',
  title,
  action: { label: 'Undo', run: () => undefined },
})

beforeEach(() => useMessages.setState({ messages: [], said: [] }))

describe('the message lane', () => {
  test('the newest stands on top; about the same thing there is one', () => {
    show({ ...plain, title: 'old', about: 'a' })
    show({ ...plain, title: 'other' })
    show({ ...plain, title: 'new', about: 'a' })
    expect(titles()).toEqual(['new', 'other'])
  })

  test('no flood of others takes an Undo away', () => {
    show(undo('deleted'))
    for (let nth = 0; nth < 30; nth++) {
      show({ ...plain, title: `alert ${nth}` })
      show({ ...plain, kind: 'note', title: `note ${nth}` })
    }
    expect(titles()).toContain('deleted')
    expect(titles()).toHaveLength(15)
    expect(titles().slice(0, 2)).toEqual(['note 29', 'alert 29'])
  })
})

describe('what was said of a renewal', () => {
  const told = { id: 'r1', startedAt: 100, outcome: 'unknown' as const }
  const view = (renewalId: string, outcome: Outcome | null, at: number) =>
    groupView('EU', {
      last: { renewalId, outcome, at, detail: '', price: null, balanceAfter: null, badOrders: false },
    })

  beforeEach(() => {
    show({ ...plain, title: 'EU', about: 'id-EU', renewal: told })
    show({ ...plain, title: 'US', about: 'id-US', renewal: { ...told, id: 'r2' } })
  })

  test('goes once that renewal is looked at', () => {
    dismissRenewal('r1')
    expect(titles()).toEqual(['US'])
  })

  test.each([
    ['it is settled', view('r1', 'renewed', 150)],
    ['a newer one follows', view('r9', 'renewed', 200)],
  ])('goes when %s', (_when, now) => {
    dismissOutdated([now])
    expect(titles()).toEqual(['US'])
  })

  test.each([
    ['its own outcome comes', view('r1', 'unknown', 150)],
    ['its own outcome is not in the group yet', view('r1', null, 100)],
    ['an older one is still the group’s last', view('r0', 'renewed', 50)],
  ])('stays while %s', (_when, now) => {
    dismissOutdated([now])
    expect(titles()).toEqual(['US', 'EU'])
  })
})
