import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FileGroup } from '../../../../src/main/groups/files/fileGroup.ts'
import { mostFileBytes, readGroupFile, writeGroupFile } from '../../../../src/main/groups/files/groupFile.ts'
import { isBlank } from '../../../../src/shared/domain/rules/groupDraft.ts'
import { amountOf, zero } from '../../../../src/shared/domain/rules/money.ts'
import { proxyTypes } from '../../../../src/shared/domain/rules/proxyTypes.ts'

const kinds = ['json', 'csv'] as const
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a person might call a group, and what might break a file. */
const name = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '=1+1',
      '+7',
      '-',
      '@SUM(A1)',
      "'quoted",
      "''",
      '1E5',
      '007',
      '12/05',
      '“a”, “b”',
      'a"b',
      '\ufeffx',
      '#',
    ),
    fc.bigInt({ min: 10n ** 15n, max: 10n ** 19n }).map(String),
  )
  // As the editor keeps it; a zero stands in no text.
  .map((text) => text.replaceAll('\0', '').trim().replace(/\s+/g, ' '))
  .filter((text) => !isBlank(text) && text.length <= 80)

const orderId = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 19n }).map(String),
  fc.stringMatching(/^[0-9A-Za-z_-]{1,64}$/),
  fc.constantFrom('1E5', '-1', '007', '2024-01'),
)

const promoCode = fc
  .oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.constantFrom('=HYPERLINK("x")', '50', "'", '-10%'))
  .map((text) => text.trim())
  .filter((text) => text !== '')

const group: fc.Arbitrary<FileGroup> = fc.record({
  name,
  proxyType: fc.constantFrom(...proxyTypes),
  orderIds: fc.uniqueArray(orderId, { minLength: 1, maxLength: 12 }),
  rentPeriodDays: fc.integer({ min: 1, max: 3650 }),
  promoCode: fc.option(promoCode),
  priceLimit: fc.option(fc.integer({ min: 0, max: 10 ** 12 }).map((units) => amountOf(units) ?? zero)),
  dueDays: fc.option(fc.integer({ min: 1, max: 60 })),
  showInTray: fc.boolean(),
})

/** Groups a file, and files a run: 10,000 groups in each kind. */
const perFile = 100
const files = 100

describe.each(kinds)('a file of groups as %s', (kind) => {
  test('comes back unchanged, whatever the groups are called and hold: 10,000 of them', () => {
    let count = 0
    fc.assert(
      fc.property(fc.array(group, { minLength: perFile, maxLength: perFile }), (groups) => {
        count += groups.length
        expect(readGroupFile(bytes(writeGroupFile(kind, groups)))).toEqual({ ok: true, value: groups })
      }),
      { numRuns: files },
    )
    expect(count).toBe(perFile * files)
  })

  test('cut off anywhere it is refused, or holds whole groups only', () => {
    const sampled = fc.sample(group, { numRuns: 20, seed: 1 })
    const whole = writeGroupFile(kind, sampled)
    const marks = new Set(sampled.map((one) => JSON.stringify(one)))
    for (let length = 0; length < whole.trimEnd().length; length += 7) {
      const read = readGroupFile(bytes(whole.slice(0, length)))
      if (!read.ok) expect(read.error[0]?.reason).toMatch(/\S/)
      // Of a CSV's last line nobody can tell that cells were cut, unless one is missing; JSON has its brackets.
      else if (kind === 'json') throw new Error(`cut at ${length} it was taken`)
      else for (const one of read.value.slice(0, -1)) expect(marks).toContain(JSON.stringify(one))
    }
  })

  test('a file of another kind is refused in words', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
    expect(readGroupFile(png)).toEqual({
      ok: false,
      error: [
        {
          line: null,
          reason: 'This is no text file in UTF-8. Choose a JSON or CSV file that Leasebar exported.',
        },
      ],
    })
  })
})

const sample: FileGroup = {
  name: '=1+1',
  proxyType: 'MOBILE',
  orderIds: ['1111111111111111111'],
  rentPeriodDays: 30,
  promoCode: '10',
  priceLimit: amountOf(255_000) ?? zero,
  dueDays: null,
  showInTray: true,
}

test('a name whose length cannot be compared is refused like any other that is none', () => {
  const group = { name: { length: { toString: 1, valueOf: 1 } }, proxyType: 'IPv4', orderIds: ['1'] }
  const read = readGroupFile(
    bytes(JSON.stringify({ version: 1, groups: [{ ...group, rentPeriodDays: 30 }] })),
  )
  expect(read.ok).toBe(false)
})

test('a file that is too large is refused, before anything of it is read', () => {
  const read = readGroupFile(new Uint8Array(mostFileBytes + 1))
  expect(read).toEqual({
    ok: false,
    error: [{ line: null, reason: expect.stringContaining('20 MB') }],
  })
})

test('in a spreadsheet ids and names stay text, and nothing is run as a formula', () => {
  expect(writeGroupFile('csv', [sample])).toBe(
    '\ufeffversion,name,proxyType,orderIds,rentPeriodDays,promoCode,priceLimit,dueDays,showInTray\r\n' +
      "1,'=1+1,MOBILE,'1111111111111111111,30,'10,25.50,,yes\r\n",
  )
})

test('JSON has its version, a line a group, ids as texts and sums as exact decimals', () => {
  expect(writeGroupFile('json', [sample, { ...sample, name: 'b', priceLimit: null }])).toBe(
    `{"format":"leasebar-groups","version":1,"groups":[
{"name":"=1+1","proxyType":"MOBILE","orderIds":["1111111111111111111"],"rentPeriodDays":30,"promoCode":"10","priceLimit":"25.50","dueDays":null,"showInTray":true},
{"name":"b","proxyType":"MOBILE","orderIds":["1111111111111111111"],"rentPeriodDays":30,"promoCode":"10","priceLimit":null,"dueDays":null,"showInTray":true}
]}
`,
  )
})

test('a CSV as spreadsheets save it is read: semicolons, tabs, UTF-16, columns in another order, blank lines', () => {
  const semicolons = 'name;orderids;PROXYTYPE;rentPeriodDays\n\nShop;"12\n13";mobile;30\n'
  const expected = {
    ok: true,
    value: [
      {
        name: 'Shop',
        proxyType: 'MOBILE',
        orderIds: ['12', '13'],
        rentPeriodDays: 30,
        promoCode: null,
        priceLimit: null,
        dueDays: null,
        showInTray: false,
      },
    ],
  }
  expect(readGroupFile(bytes(semicolons))).toEqual(expected)
  const tabs = semicolons.replaceAll(';', '\t')
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tabs, 'utf16le')])
  expect(readGroupFile(utf16)).toEqual(expected)
})

const head = 'name,proxyType,orderIds,rentPeriodDays'
const jsonHead = '{"format":"leasebar-groups","version":1,"groups":[\n'
const good = '{"name":"a","proxyType":"ISP","orderIds":["1"],"rentPeriodDays":30}'

test.each([
  ['nothing', '', null, 'There are no groups in this file.'],
  ['a head alone', `${head}\n`, null, 'There are no groups in this file.'],
  ['a column missing', 'name,orderIds\nShop,1\n', 1, 'Columns are missing: proxyType, rentPeriodDays.'],
  [
    'a column too many',
    `${head},colour\nShop,ISP,1,30,red\n`,
    1,
    'Columns that Leasebar does not know: “colour”.',
  ],
  ['a cell missing', `${head}\na,ISP,1,30\nShop,ISP,1\n`, 3, 'This line has 3 cells, the first one has 4.'],
  ['a quotation mark', `${head}\na,ISP,1,30\n"Shop,ISP,1,30\n`, 3, 'The CSV is broken here'],
  ['a period', `${head}\n"a","ISP","1\n2",30\nShop,ISP,1,monthly\n`, 4, 'Enter whole days from 1 to 3650.'],
  ['a type', `${head}\nShop,IPv5,1,30\n`, 2, '“IPv5” is no proxy type: use IPv4, IPv6, MOBILE, ISP.'],
  ['an id', `${head}\nShop,ISP,1#2,30\n`, 2, '“1#2”: an order id has only letters, digits, - and _.'],
  ['a version', `version,${head}\n2,Shop,ISP,1,30\n`, 2, 'This is version 2 of the file'],
  ['broken JSON', `${jsonHead}${good},\n{"name":}]}`, 3, 'The JSON is broken here.'],
  ['JSON that stops', `${jsonHead}${good},\n`, 2, 'The JSON is broken here.'],
  ['another JSON', '[1]', null, 'This JSON holds no groups of Leasebar’s'],
  [
    'a newer JSON',
    '{"format":"leasebar-groups","version":2,"groups":[]}',
    null,
    'This is version 2 of the file',
  ],
  [
    'an id as a number',
    `${jsonHead}${good},\n${good.replace('["1"]', '[1111111111111111111]')}]}`,
    3,
    'These fields are missing, of another kind or not known: orderIds.0.',
  ],
  ['a field too many', `${jsonHead}{"colour":1,${good.slice(1)}]}`, 2, 'not known: colour.'],
])('%s is refused with the line and the reason', (_, text, line, reason) => {
  const read = readGroupFile(bytes(text))
  if (read.ok) throw new Error('it was taken')
  expect(read.error[0]?.line).toBe(line)
  expect(read.error[0]?.reason).toContain(reason)
})

test('everything that is wrong is said at once', () => {
  const read = readGroupFile(bytes(`${head}\n,IPv5,,0\nShop,ISP,1,30\nShop,ISP,,30\n`))
  if (read.ok) throw new Error('it was taken')
  expect(read.error.map(({ line }) => line)).toEqual([2, 2, 2, 2, 4])
})
