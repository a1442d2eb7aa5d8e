import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { type FoundText, sentencesIn } from '../../../support/words/sentences.ts'

/**
 * Folders whose texts do not stand in the catalogues yet, and how many there are. A number may fall, and never rise: what
 * is new goes into a catalogue (src/shared/words, src/renderer/words). Russian is offered when this list is empty.
 */
const stillOutside: Readonly<Record<string, number>> = {
  'src/main/desktop': 6,
  'src/main/store': 6,
}

/**
 * What no person reads, or reads in English on purpose: the embedded vendor speaks as the vendor does, the evidence is for
 * the vendor's support, the chart's ink is CSS, and the database is asked in SQL.
 */
const unread =
  /^src\/main\/practice\/|\/words\/(en|ru)\/|\/history\/evidenceText\.ts$|\/autoExtend\/switchText\.ts$|\/balance\/plotInk\.ts$/
const sql =
  /^(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP|WITH|WHERE|AND|FROM|JOIN|ORDER|VALUES|REINDEX)\b/

function outside(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of globSync('src/**/*.{ts,tsx}').filter((path) => !unread.test(path))) {
    const texts = sentencesIn(readFileSync(file, 'utf8'), file.endsWith('x')).filter(
      ({ text }) => !sql.test(text),
    )
    if (texts.length > 0) {
      const folder = dirname(file)
      const lines = texts.map(({ line, text }: FoundText) => `${file}:${line} ${text}`)
      found.set(folder, [...(found.get(folder) ?? []), ...lines])
    }
  }
  return found
}

test('no text is outside the catalogues that was not so before', () => {
  for (const [folder, texts] of outside()) {
    const most = stillOutside[folder] ?? 0
    expect(texts.length, `${folder}:\n${texts.join('\n')}`).toBeLessThanOrEqual(most)
  }
})

test('a folder that has fewer says so here, so that it cannot rise again', () => {
  const found = outside()
  for (const [folder, count] of Object.entries(stillOutside)) {
    expect(found.get(folder)?.length ?? 0, folder).toBe(count)
  }
})

test('dates, numbers and money are written by the language alone', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter(
    (path) => !unread.test(path) && !path.includes('/words/'),
  )
  const wired = files.filter((file) =>
    /'en-(GB|US)'|new Intl\.(DateTimeFormat|ListFormat)/.test(readFileSync(file, 'utf8')),
  )
  expect(wired).toEqual([])
})

test('texts are found between tags, in spoken attributes and in literals, and nothing else is', () => {
  const source = `
    import { one } from 'a path/to it'
    const label = <p className="two words" title="Close">Hello</p>
    const both = \`The price of \${sum} is high\`
    const value = 'not sent'
    const heading = <h1>Leasebar</h1>
    const other = 'not paid'
    const key = 'aria-label'
    log('a line for the log')
    if (bad) throw new Error('this is a bug')
    const kind: 'two words' = value
  `
  expect(sentencesIn(source, true)).toEqual([
    { line: 3, text: 'Close' },
    { line: 3, text: 'Hello' },
    { line: 4, text: 'The price of' },
    { line: 4, text: 'is high' },
    { line: 7, text: 'not paid' },
  ])
})
