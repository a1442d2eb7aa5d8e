import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { checkWal } from '../../../src/main/store/wal.ts'

const folder = mkdtempSync(join(tmpdir(), 'leasebar-wal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A log as SQLite itself writes it, of a few commits. */
function log(): Buffer {
  const path = join(folder, `${Math.random()}.db`)
  const raw = new DatabaseSync(path)
  raw.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (a TEXT)')
  for (let n = 0; n < 5; n += 1) raw.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(3000))
  const bytes = readFileSync(`${path}-wal`)
  raw.close()
  return bytes
}

describe('the check of a log', () => {
  const sound = log()
  const frame = 24 + 4096

  test('finds what SQLite wrote sound, and knows its pages', () => {
    const check = checkWal(sound)
    expect(check.state).toBe('sound')
    expect(check.state === 'sound' && [...check.pages]).toContain(1)
    expect(checkWal(Buffer.alloc(0)).state).toBe('empty')
  })

  test('notices every single byte', () => {
    for (let at = 0; at < sound.length; at += at < 200 ? 1 : 97) {
      const harmed = Buffer.from(sound)
      harmed[at] = (harmed[at] ?? 0) ^ 0x40
      expect(checkWal(harmed).state, `byte ${at}`).toBe('damaged')
    }
  })

  test('takes a last frame that is cut short for a commit that never ended', () => {
    expect(checkWal(sound.subarray(0, sound.length - 1)).state).toBe('sound')
    expect(checkWal(sound.subarray(0, 32 + frame + 10)).state).toBe('sound')
    expect(checkWal(sound.subarray(0, 20)).state).toBe('empty')
  })
})
