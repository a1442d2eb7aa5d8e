import { expect, test } from 'vitest'
import { readCommand } from '../../../src/main/commands/command.ts'

const electron = ['/opt/leasebar/leasebar-bin', '--user-data-dir=/x', '--no-sandbox']

test.each([
  [[], null],
  [['--hidden'], null],
  [['--renew-due'], null],
  [['--renewal=Shop'], null],
  [['--account=Main'], null],
  [['--renew=Shop'], { kind: 'renew', group: 'Shop', account: null }],
  [['--renew= Six & Co '], { kind: 'renew', group: 'Six & Co', account: null }],
  [['--renew=--renew=a=b'], { kind: 'renew', group: '--renew=a=b', account: null }],
  [['--renew=Магазин', '--account=Main'], { kind: 'renew', group: 'Магазин', account: 'Main' }],
  [['--check-balance'], { kind: 'check-balance', account: null, show: false }],
  [['--check-balance', '--account=Main', '--show'], { kind: 'check-balance', account: 'Main', show: true }],
])('%j is %j', (args, command) => {
  expect(readCommand([...electron, ...args])).toEqual({ ok: true, value: command })
})

test.each([
  [['--renew'], 'Name the group'],
  [['--renew='], 'Name the group'],
  [['--renew=  '], 'Name the group'],
  [[`--renew=${'x'.repeat(201)}`], 'Name the group'],
  [['--renew=a', '--renew=b'], 'One command at a time'],
  [['--renew=a', '--check-balance'], 'One command at a time'],
  [['--renew=a', '--account=b', '--account=c'], 'One command at a time'],
  [['--renew=a', '--account='], 'Name the group'],
  [['--check-balance=Main'], 'takes no value'],
])('%j is refused: %s', (args, words) => {
  const read = readCommand([...electron, ...args])
  expect(read).toMatchObject({ ok: false, error: expect.stringContaining(words) })
})
