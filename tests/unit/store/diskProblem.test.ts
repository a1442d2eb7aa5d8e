import { readFileSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, test } from 'vitest'
import { diskProblemOf, diskProblemOrThrow } from '../../../src/main/store/diskProblem.ts'

const folder = '/home/someone/.config/Leasebar'

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

function sqliteFailure(errcode: number): Error {
  return Object.assign(new Error('sqlite'), { code: 'ERR_SQLITE_ERROR', errcode })
}

describe('what the disk says', () => {
  test.each([
    [failure('ENOSPC'), /full.*Free some space/],
    [failure('EROFS'), /not allowed to write.*writable/],
    [failure('EACCES'), /not allowed to write/],
    [failure('EIO'), /reported an error.*Check the disk/],
    [sqliteFailure(13), /full/],
    [sqliteFailure(10 | (3 << 8)), /reported an error/],
    [sqliteFailure(5 | (1 << 8)), /Another program.*Close it/],
    [sqliteFailure(8), /not allowed to write/],
    [sqliteFailure(11), /damaged.*start it again/],
    [sqliteFailure(14), /Check that the folder still exists/],
  ])('%o is told in words that name the folder and the way out', (error, words) => {
    const message = diskProblemOf(error, folder)?.message
    expect(message).toMatch(words)
    expect(message).toContain(folder)
  })

  test('real errors are understood: a missing file, a file that is no database', () => {
    const caught = (work: () => unknown) => {
      try {
        work()
      } catch (error) {
        return diskProblemOf(error, folder)?.message
      }
      return undefined
    }
    expect(caught(() => readFileSync('/nowhere/at/all'))).toContain('still exists')
    const noDatabase = () => {
      const raw = new DatabaseSync(import.meta.filename, { readOnly: true })
      try {
        raw.prepare('SELECT * FROM sqlite_schema').all()
      } finally {
        raw.close()
      }
    }
    expect(caught(noDatabase)).toContain('is damaged')
  })

  test('a bug is no disk problem and is thrown on', () => {
    expect(diskProblemOf(sqliteFailure(1), folder)).toBeNull()
    expect(diskProblemOf(new TypeError('oops'), folder)).toBeNull()
    expect(() => diskProblemOrThrow(new TypeError('oops'), folder)).toThrow('oops')
  })
})
