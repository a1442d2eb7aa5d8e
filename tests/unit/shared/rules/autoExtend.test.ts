import { expect, test } from 'vitest'
import { type AutoExtendStanding, autoExtendOf } from '../../../../src/shared/domain/rules/autoExtend.ts'

const on = { autoExtend: true }
const off = { autoExtend: false }
const silent = { autoExtend: null }

type Row = readonly [
  what: string,
  list: Readonly<Record<string, { readonly autoExtend: boolean | null }>> | null,
  expected: Partial<AutoExtendStanding>,
]

const nothing = { on: 0, unsaid: 0, notListed: 0 }

/** What the vendor lists of a group of the orders 1, 2 and 3, and how it stands by that. */
const table: readonly Row[] = [
  ['was never read', null, { state: 'unknown', ...nothing }],
  ['all on', { 1: on, 2: on, 3: on }, { state: 'all', ...nothing, on: 3 }],
  ['all off', { 1: off, 2: off, 3: off }, { state: 'none', ...nothing }],
  ['one on', { 1: off, 2: on, 3: off }, { state: 'some', ...nothing, on: 1 }],
  ['all but one on', { 1: on, 2: on, 3: off }, { state: 'some', ...nothing, on: 2 }],
  ['silent of all', { 1: silent, 2: silent, 3: silent }, { state: 'unknown', ...nothing, unsaid: 3 }],
  ['off, silent of one', { 1: off, 2: off, 3: silent }, { state: 'unknown', ...nothing, unsaid: 1 }],
  ['on, silent of one', { 1: on, 2: on, 3: silent }, { state: 'some', on: 2, unsaid: 1, notListed: 0 }],
  ['on, one not listed', { 1: on, 2: on }, { state: 'some', on: 2, unsaid: 0, notListed: 1 }],
  ['off, one not listed', { 1: off, 2: off }, { state: 'none', on: 0, unsaid: 0, notListed: 1 }],
  ['none of them listed', {}, { state: 'unknown', ...nothing, notListed: 3 }],
  ['others’ orders only', { 8: on, 9: on }, { state: 'unknown', ...nothing, notListed: 3 }],
  ['others’ orders too', { 1: on, 2: on, 3: on, 9: off }, { state: 'all', ...nothing, on: 3 }],
]

test.each(table)('%s', (_what, list, expected) => {
  const orders = list && new Map(Object.entries(list))
  expect(autoExtendOf(['1', '2', '3'], orders)).toEqual({ orders: 3, ...expected })
})
