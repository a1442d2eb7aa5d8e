import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sentencesIn } from '../../../support/words/sentences.ts'

/**
 * What no person reads, or reads in English on purpose: the embedded vendor speaks as the vendor does, the evidence is for
 * the vendor's support, diagnostics are for ours, the chart's ink is CSS, what is wrong with a release feed is for whoever makes a package.
 */
const unread =
  /^src\/main\/practice\/|\/words\/(en|ru)\/|\/history\/evidenceText\.ts$|\/autoExtend\/switchText\.ts$|\/balance\/plotInk\.ts$|\/logs\/diagnostics\.ts$|\/updates\/feed\.ts$/
/** What is said to machines: the database in SQL, the protocol in types of files, the desktop in an entry's head. */
const toMachines =
  /^(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP|WITH|WHERE|AND|FROM|JOIN|ORDER|VALUES|REINDEX|UNION|AS INTEGER)\b|\bON CONFLICT\b|^\(open = 1 OR |^SQLite format 3|; charset=utf-8$|^\[Desktop Entry\]$|^Not found$/

test('every text that a person reads stands in the catalogues (CONTRIBUTING.md, Add a text)', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter((path) => !unread.test(path))
  expect(files.length).toBeGreaterThan(300)
  const outside = files.flatMap((file) =>
    sentencesIn(readFileSync(file, 'utf8'), file.endsWith('x'))
      .filter(({ text }) => !toMachines.test(text))
      .map(({ line, text }) => `${file}:${line} ${text}`),
  )
  expect(outside).toEqual([])
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
