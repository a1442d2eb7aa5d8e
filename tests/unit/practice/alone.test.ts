import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDER = new URL('../../../src/main/practice/', import.meta.url)

/** Every file that `entry` reaches, and everything imported that is not in the folder. */
function reach(entry: string): { files: string[]; outside: string[] } {
  const files = new Set<string>()
  const outside = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    const source = readFileSync(new URL(file, FOLDER), 'utf8')
    for (const [, from = ''] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (/^\.\/[a-z]+\.ts$/.test(from)) visit(from.slice(2))
      else outside.add(from)
    }
  }
  visit(entry)
  return { files: [...files], outside: [...outside] }
}

test('the vendor shares no code: it imports its own files and Node, nothing else', () => {
  const { files, outside } = reach('vendor.ts')
  expect(files.length).toBeGreaterThan(10)
  expect(outside.filter((name) => !name.startsWith('node:'))).toEqual([])
  expect(reach('faults.ts').outside.filter((name) => !name.startsWith('node:'))).toEqual([])
})

test('the shipped vendor does not reach the faults', () => {
  const { files } = reach('vendor.ts')
  expect(files).not.toContain('faults.ts')
  expect(files).not.toContain('odd.ts')
  expect(reach('faults.ts').files).toContain('odd.ts')
})
