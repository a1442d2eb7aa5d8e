import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLogFile } from '../../../src/main/logs/logFile.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'leasebar-logs-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return join(made, 'logs')
}

const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8)

test('nothing is made before the first line; then only this user may read it', () => {
  const place = folder()
  const log = createLogFile(place)
  expect(() => statSync(place)).toThrow()
  log.write('first')
  expect(readdirSync(place)).toEqual(['leasebar.log'])
  expect([rights(place), rights(join(place, 'leasebar.log'))]).toEqual(['700', '600'])
  expect(log.last(10)).toEqual(['first'])
})

test('five files of so many bytes: what is older is forgotten, and the last lines are found across them', () => {
  const place = folder()
  const log = createLogFile(place, { bytes: 1000, files: 5 })
  for (let line = 0; line < 1000; line += 1) log.write(`line ${line}`.padEnd(49, '.'))
  const files = readdirSync(place)
  expect(files).toHaveLength(5)
  for (const file of files) {
    expect(statSync(join(place, file)).size, file).toBeLessThanOrEqual(1000)
    expect(rights(join(place, file)), file).toBe('600')
  }
  expect(log.last(30).map((line) => Number(/\d+/.exec(line)?.[0]))).toEqual(
    Array.from({ length: 30 }, (_, at) => 970 + at),
  )
  expect(log.last(5000).length).toBeLessThanOrEqual(100)
})

test('a new run goes on in the same file, and closes one that was open to others', () => {
  const place = folder()
  mkdirSync(place)
  writeFileSync(join(place, 'leasebar.log'), 'before\n')
  chmodSync(join(place, 'leasebar.log'), 0o644)
  const log = createLogFile(place)
  log.write('after')
  expect(log.last(10)).toEqual(['before', 'after'])
  expect(rights(join(place, 'leasebar.log'))).toBe('600')
})

test('a disk that refuses a line stops nothing, and the next line is tried again', () => {
  const place = folder()
  writeFileSync(place, 'a file stands where the folder is to be')
  const log = createLogFile(place)
  expect(() => log.write('lost')).not.toThrow()
  rmSync(place)
  log.write('kept')
  expect(log.last(10)).toEqual(['kept'])
})
