import { afterEach, expect, test } from 'vitest'
import { type EditClick, editMenu } from '../../../src/main/desktop/editMenu.ts'
import { catalogueOf, speak } from '../../../src/shared/words/words.ts'

afterEach(async () => speak('en', await catalogueOf('en')))

const all = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
const labels = (click: EditClick) =>
  editMenu(click)?.flatMap(({ label, enabled }) =>
    label === undefined ? [] : [`${label} ${String(enabled)}`],
  )

test('a field can be cut from, copied from, pasted into and selected', () => {
  expect(labels({ isEditable: true, selectionText: 'x', editFlags: all })).toEqual([
    'Cut true',
    'Copy true',
    'Paste true',
    'Select all true',
  ])
})

test('a field that hides what is typed is only pasted into', () => {
  const editFlags = { ...all, canCut: false, canCopy: false }
  expect(labels({ isEditable: true, selectionText: '', editFlags })).toEqual([
    'Cut false',
    'Copy false',
    'Paste true',
    'Select all true',
  ])
})

test('words that are selected can be copied, and elsewhere there is no menu', () => {
  expect(labels({ isEditable: false, selectionText: 'an id', editFlags: all })).toEqual(['Copy true'])
  expect(editMenu({ isEditable: false, selectionText: '  ', editFlags: all })).toBeNull()
})

test('it speaks the language of the app', async () => {
  speak('ru', await catalogueOf('ru'))
  expect(labels({ isEditable: false, selectionText: 'x', editFlags: all })).toEqual(['Копировать true'])
})
