import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { toldKinds } from '../../../src/shared/domain/rules/notificationKinds.ts'
import { codeWords, documents, documentText, found, sourceText } from './documents.ts'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const source = sourceText('src', 'scripts')
const readme = documentText('README.md')

/** The first bytes of every PNG file. */
const pngSignature = '89504e470d0a1a0a'

describe.each(documents)('%s', (name) => {
  const text = documentText(name)

  test('names only npm scripts that there are', () => {
    const named = [...found(text, /npm run (?:-s )?([a-z][\w:-]*)/g), ...found(text, /npm (test|start)\b/g)]
    expect(named).not.toEqual([])
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
  })

  test('links only to files that there are', () => {
    const targets = found(text, /\]\(([^)]+)\)/g).filter((target) => !target.startsWith('https://'))
    expect(targets.filter((target) => !existsSync(join(dirname(name), target)))).toEqual([])
  })

  test('names nothing of the machine it was written on', () => {
    expect(found(text, /(?<![\w.~%])(\/(?:home|root|tmp|work|usr|var)\/[^\s`)]*)/g)).toEqual([])
  })
})

test('the README shows the window and the tray menu, and every picture is one', () => {
  const pictures = [
    ...found(readme, /!\[[^\]]+\]\(([^)]+)\)/g),
    ...found(readme, /<img src="([^"]+)"[^>]* alt="[^"]+"/g),
  ]
  expect(pictures).toEqual(
    expect.arrayContaining([
      'tests/e2e/screens/groups-420-light.png',
      'docs/images/tray-menu.png',
      'tests/e2e/screens/guard-420-light.png',
    ]),
  )
  for (const picture of pictures) {
    const bytes = readFileSync(picture)
    expect(bytes.subarray(0, 8).toString('hex'), picture).toBe(pngSignature)
    expect(bytes.length, picture).toBeGreaterThan(2_000)
  }
})

test('the README has a row for every kind of notification: its titles as they come, and its switch', () => {
  const rows = readme.split('\n').flatMap((line) => {
    const [, says = '', , off = ''] = line.split(' | ').length === 3 ? ['', ...line.split(' | ')] : []
    return says === '' ? [] : [{ says: codeWords(says), off }]
  })
  for (const { titles, setting, label } of toldKinds()) {
    const row = rows.find(({ says }) => titles.every((title) => says.includes(title)))
    expect(row?.says, label).toEqual(titles)
    expect(row?.off, label).toContain(setting === null ? 'none: ' : `\`${label}\``)
  }
})

test('the README has the two commands', () => {
  expect(readme).toContain('npm ci && npm run demo')
  expect(readme).toContain('npm ci && npm test')
})

test('every flag and variable that the README names is in the source', () => {
  // Chromium's own; the desktop support starts every test with it.
  const known = `${source}\n${sourceText('tests/support')}`
  const named = codeWords(readme).flatMap((word) => found(word, /(--[a-z][a-z-]+|[A-Z]+_[A-Z_]+)/g))
  expect(named).toEqual(
    expect.arrayContaining(['--practice', '--hidden', '--user-data-dir', 'LEASEBAR_API_URL']),
  )
  expect(named.filter((name) => !known.includes(name))).toEqual([])
})

test('every button and outcome that the README names is in the source', () => {
  const named = codeWords(readme).filter((word) => /^[A-Z][a-z]+(?: [a-z]+)*$/.test(word))
  expect(named).toEqual(expect.arrayContaining(['Connect', 'New group', 'Warn below', 'It went through']))
  expect(named.filter((word) => !source.includes(word))).toEqual([])
})

test('the README names the data folder’s files and the app’s id as they are', () => {
  for (const name of ['leasebar.db', 'journal.jsonl', 'dev.leasebar.app.desktop']) {
    expect(readme).toContain(name)
    expect(source).toContain(name)
  }
})
