import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codeWords, documents, documentText, found } from './documents.ts'

/** A path inside the project: what begins with one of its folders, and the configuration files in its root. */
const inside = /^(?:src|tests|scripts|resources|docs)(?:\/[\w./-]+)?$|^[\w.-]+\.(?:json|cjs|config\.ts)$/

describe.each(documents)('%s', (name) => {
  test('names only files and folders that there are', () => {
    const paths = codeWords(documentText(name)).filter((word) => inside.test(word))
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })
})

describe('ARCHITECTURE.md', () => {
  const text = documentText('ARCHITECTURE.md')

  test('names enough files to follow an order id by', () => {
    expect(codeWords(text).filter((word) => inside.test(word)).length).toBeGreaterThan(25)
  })

  test('has every folder of the house', () => {
    const folders = ['src', 'src/main'].flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name),
    )
    const house = text.slice(text.indexOf('## The house'), text.indexOf('## An order id'))
    expect(folders.filter((folder) => !new RegExp(`\\b${folder}\\b`).test(house))).toEqual([])
  })

  test('fits on a page', () => {
    expect(text.split('\n').length).toBeLessThan(100)
  })

  test('says of the heart what the checker of the arrows says', () => {
    const rules = readFileSync('.dependency-cruiser.cjs', 'utf8')
    const heart = found(rules, /name: 'renewals-know-no-edges'[^}]*\} *,?\s*to: \{ pathNot: \[([^\]]+)\]/gs)
    expect(heart).toEqual(["'^src/main/renewals/', '^src/shared/'"])
  })
})
