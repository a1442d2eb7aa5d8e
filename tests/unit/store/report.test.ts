import { describe, expect, test } from 'vitest'
import { notesOf, type OpenFacts } from '../../../src/main/store/report.ts'

const ordinary: OpenFacts = {
  database: 'opened',
  migratedFrom: null,
  damage: null,
  base: null,
  restored: false,
  replayed: 0,
  skippedLines: 0,
  blackBoxReplaced: false,
  setAside: [],
}

describe('what opening tells a person', () => {
  test('is nothing after an ordinary start, or one that a crash came before', () => {
    expect(notesOf(ordinary)).toEqual([])
    expect(notesOf({ ...ordinary, replayed: 1 })).toEqual([])
    expect(notesOf({ ...ordinary, database: 'migrated', migratedFrom: 1 })).toEqual([])
  })

  test('names damage, what it was rebuilt from, what was kept, and that it will ask', () => {
    const notes = notesOf({
      ...ordinary,
      database: 'rebuilt',
      damage: 'it has no SQLite header',
      base: 'goodCopy',
      restored: true,
      setAside: ['leasebar.damaged-20260131T120000Z.db'],
    }).join(' ')
    expect(notes).toContain('it has no SQLite header')
    expect(notes).toContain('the last good copy and the journal file')
    expect(notes).toContain('leasebar.damaged-20260131T120000Z.db')
    expect(notes).toContain('asks before it renews')
  })

  test('counts lines that could not be read, and tells of a journal file written anew', () => {
    const notes = notesOf({ ...ordinary, skippedLines: 1, blackBoxReplaced: true })
    expect(notes[0]).toBe('1 damaged line of the journal file could not be read.')
    expect(notes[1]).toContain('written anew from the database')
  })
})
