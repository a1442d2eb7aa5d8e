import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clockNotice, clockWords } from '../../../../src/main/watch/clockOff.ts'
import { dueRunNotification } from '../../../../src/main/watch/dueRunNotification.ts'
import { forecast } from '../../../../src/main/watch/forecast.ts'
import { forecastWords } from '../../../../src/main/watch/forecastWords.ts'
import { lowBalanceNotification } from '../../../../src/main/watch/lowBalanceNotification.ts'
import { outcomeNotification, settledNotification } from '../../../../src/main/watch/outcomeNotification.ts'
import { trayModel } from '../../../../src/main/watch/trayModel.ts'
import type { DueRow } from '../../../../src/shared/domain/dueRun.ts'
import { defaultSettings } from '../../../../src/shared/domain/rules/defaultSettings.ts'
import { day, hour } from '../../../../src/shared/domain/rules/ends.ts'
import { catalogueOf, speak } from '../../../../src/shared/words/words.ts'
import { aDueRun, money, NOW } from '../../../support/domain.ts'
import { ending, account as funds } from '../../watch/forecastCases.ts'
import { account, balance, groupView, ids, renewal, sum, usd } from '../../watch/records.ts'
import { group, main, now, second, titles, watch } from '../../watch/watching.ts'

beforeEach(async () => speak('ru', await catalogueOf('ru')))
afterEach(async () => speak('en', await catalogueOf('en')))

/** Intl's blanks that do not break, as plain ones. */
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ')

describe('endings in Russian', () => {
  it.each([
    [[-1, -2], 'Срок истёк у 2 групп'],
    [[-1, 2], 'Срок истёк у 1 группы, скоро истекает ещё у 1'],
    [Array.from({ length: 21 }, (_, n) => n + 1), 'Срок скоро истекает у 21 группы'],
    [[1, 2, 3, 4, 5], 'Срок скоро истекает у 5 групп'],
  ])('of several groups follow the number: %j', (hours, title) => {
    expect(titles(watch()({ groups: hours.map((left) => group(`G${left}`, now + left * hour)) }))).toEqual([
      title,
    ])
  })

  it('of one group tell the day without a second full stop', () => {
    const [model] = watch()({ groups: [group('Shop', now + 2 * day)] })
    expect(model?.title).toBe('Истекает через 2 дня: Shop')
    expect(model?.body).toBe(
      '7 янв. 2027 г. истекает срок первого заказа этой группы. Leasebar сам ничего не оплачивает. Продлите её до этого, иначе её прокси перестанут работать.',
    )
  })

  it('with long names and a wrong clock say to the end what to do', () => {
    const groups = Array.from({ length: 12 }, (_, n) =>
      group(`${n}${'ы'.repeat(79)}`, now + n * hour, ids.second),
    )
    const accounts = [main, { ...second, name: 'щ'.repeat(80) }]
    const clock = clockWords(365 * day)
    for (const named of [groups, groups.slice(0, 1)]) {
      const [model] = watch()({ accounts, groups: named }, { clock })
      expect(model?.body).toMatch(/перестают работать|перестанут работать/)
      expect(model?.body).toMatch(/сроки могут сообщаться неверно\.$/)
    }
  })
})

it('what is told about an account', () => {
  const look = watch()
  const facts = {
    keyRefused: true,
    offlineSince: now - 21 * day,
    forecast: { shortAt: now + 2 * day, shortBy: usd(12.5) },
  }
  const told = look({ accounts: [{ ...main, ...facts }] })
  expect(titles(told)).toEqual([
    'Ключ API отклонён: Main',
    'Денег не хватит с 7 янв. 2027 г.: Main',
    'Нет связи 21 день: Main',
  ])
  expect(told.map(({ body }) => body)[1]).toBe(
    'Баланса хватит на продления примерно до 7 янв. 2027 г., потом не хватит примерно 12,50\u00a0$ (оценка). Пополните баланс у поставщика до этого, иначе продления будут отклонены.',
  )
  for (const { body } of told) expect(body).not.toContain('..')
})

it.each([
  [-hour * 5, 'отстают от часов поставщика на 5 часов'],
  [hour * 21, 'спешат на 21 час по сравнению с часами поставщика'],
  [-day, 'отстают от часов поставщика на 1 день'],
  [day * 11, 'спешат на 11 дней по сравнению с часами поставщика'],
])('a clock that is off by %s ms', (off, words) => {
  expect(clockWords(off)).toBe(`Часы этого компьютера ${words}`)
  // The button stands in the tray under the very name that the notice tells to press.
  expect(clockNotice(off, now).text).toContain('нажмите «Проверить баланс сейчас»')
})

it.each([
  [
    funds(7, [ending('A', 20), ending('B', 1, { price: null }), ending('C', null), ending('D', null)]),
    'хватит на продления до 1 февр. 2026 г., потом не хватит 3,00 $ (оценка; не учтено: 1 группа без известной цены и 2 группы без известного срока)',
  ],
  [
    funds(15, [ending('A', 1), ending('B', 2), ending('C', -5)]),
    'уже сегодня не хватает 15,00 $: сейчас пора продлить на 30,00 $ (оценка)',
  ],
  [funds(5, [], { horizonDays: 21 }), 'на 21 день вперёд продлевать нечего (оценка)'],
  [funds(500, [ending('A', 20)]), 'хватит на все продления на 365 дней вперёд (оценка)'],
  [funds(null, [ending('A', 1)]), 'прогноза пока нет: баланс неизвестен'],
  [funds(money(5), [ending('A', 1, { price: null })]), 'прогноза пока нет: 1 группа без известной цены'],
])('a forecast', (input, words) => {
  expect(plain(forecastWords(forecast(input), NOW))).toBe(words)
})

describe('outcomes in Russian', () => {
  const told = (of: Parameters<typeof outcomeNotification>[0]) =>
    outcomeNotification(of, { severalAccounts: false })?.body
  const asked = (rentPeriodDays: number) => ({
    request: { proxyType: 'IPv4' as const, orderIds: ['1'], rentPeriodDays },
    balanceBefore: usd(12.5),
  })

  it('renewed: days, what was paid, what is left, the new end with one full stop', () => {
    const endsAfter = [{ orderId: '1', endsAt: now }]
    expect(told(renewal({ balanceAfter: usd(8.3) }, asked(21), { endsAfter }))).toBe(
      '21 день · 4,20\u00a0$ · осталось 8,30\u00a0$ · теперь до 5 янв. 2027 г.',
    )
    expect(told(renewal({ balanceAfter: usd(8.3) }, asked(2)))).toBe(
      '2 дня · 4,20\u00a0$ · осталось 8,30\u00a0$.',
    )
  })

  it('unknown: that it may have been paid, and not to pay again by hand', () => {
    expect(told(renewal({ outcome: 'unknown', balanceAfter: null }))).toBe(
      'Ясного ответа не пришло: продление могло быть оплачено, а могло и не быть. Сам Leasebar не отправит его снова. Не продлевайте эти заказы вручную, пока исход не выяснен в истории.',
    )
  })

  it('not sent: that nothing was paid, once', () => {
    const notSent = (detail: string) => told(renewal({ outcome: 'not sent', detail }))
    expect(notSent('Нет связи')).toBe('Нет связи. Ничего не оплачено.')
    const said = 'Ничего не отправлено и ничего не оплачено: нет связи.'
    expect(notSent(said)).toBe(said)
  })

  it('settled by the evidence: that nothing was paid', () => {
    const settlement = { outcome: 'not renewed' as const, by: 'evidence' as const, at: 3, evidence: [] }
    const settled = settledNotification(renewal({ outcome: 'unknown' }, {}, { settlement }), {
      severalAccounts: false,
    })
    expect(settled?.body).toBe(
      'Сроки не сдвинулись, недостачи на балансе нет: продление не прошло, и ничего не оплачено. Продлите снова, если это ещё нужно.',
    )
  })
})

it('a low balance', () => {
  const low = { accountId: ids.main, accountName: 'Main', balance: usd(3), warnBelow: sum(5) }
  expect(lowBalanceNotification({ ...low, reminder: false })).toMatchObject({
    title: 'Низкий баланс: 3,00\u00a0$',
    body: 'Main: баланс ниже 5,00\u00a0$. Пополните баланс у поставщика, иначе продления будут отклонены.',
  })
  expect(lowBalanceNotification({ ...low, reminder: true }).body).toContain('всё ещё ниже 5,00\u00a0$')
})

describe('what `Renew all due` came to', () => {
  const row = (n: number, outcome: DueRow['outcome']): DueRow => ({
    groupId: ids.shop,
    groupName: `G${n}`,
    accountId: ids.main,
    orderCount: 1,
    rentPeriodDays: 30,
    endsAt: 1,
    status: outcome === null ? 'not-tried' : 'ended',
    price: usd(1.4),
    discount: null,
    promoCode: null,
    promoCodeStatus: null,
    findings: [],
    included: true,
    covered: true,
    balanceAfter: null,
    outcome,
    renewalId: ids.renewal,
    words: null,
  })
  const told = (renewed: number, left: number, kind: 'due' | 'selected' = 'due') =>
    dueRunNotification(
      aDueRun({
        kind,
        rows: Array.from({ length: renewed + left }, (_, n) => row(n + 1, n < renewed ? 'renewed' : null)),
        count: renewed + left,
        paid: renewed > 0 ? [usd(2.8), { ...usd(3), currency: 'EUR' }] : [],
      }),
    )

  it.each([
    [1, 0, 'Продлено: 1 группа, которую пора было продлить'],
    [2, 0, 'Продлено: 2 группы, которые пора было продлить'],
    [11, 0, 'Продлено: 11 групп, которые пора было продлить'],
    [1, 6, 'Продлено: 1 из 7 групп, которые пора продлить'],
    [0, 1, 'Группа, которую пора продлить, не продлена'],
    [0, 5, 'Не продлена ни одна из 5 групп, которые пора продлить'],
  ])('%s renewed and %s left', (renewed, left, title) => {
    expect(told(renewed, left)?.title).toBe(title)
  })

  it.each([
    [1, 0, 'Продлено: 1 группа'],
    [22, 0, 'Продлено: 22 группы'],
    [1, 20, 'Продлено: 1 из 21 группы'],
    [0, 1, 'Группа не продлена'],
    [0, 5, 'Не продлена ни одна из 5 групп'],
  ])('of those that were selected %s renewed and %s left', (renewed, left, title) => {
    expect(told(renewed, left, 'selected')?.title).toBe(title)
  })

  it('names what was paid and what was not tried', () => {
    expect(told(1, 5)?.body).toBe(
      'Оплачено: 2,80\u00a0$ и 3,00\u00a0€. Не пробовали продлить: G2, G3, G4 и ещё 2.',
    )
    expect(told(0, 1)?.body).toBe('Ничего не оплачено. Не пробовали продлить: G1.')
  })
})

it('the tray', () => {
  const groups = [
    groupView({ rentPeriodDays: 21 }, { endsAt: now + hour }),
    ...[-1, -2, -3, -4, -5].map((ago) => groupView({ showInTray: false }, { endsAt: now + ago * hour })),
  ]
  const { items, tooltip } = trayModel({
    accounts: [account(ids.main, 'Main')],
    groups,
    balances: [balance(ids.main, usd(3), { low: true, offline: true })],
    unsettled: [{ accountId: ids.main, count: 2 }],
    notices: [],
    dueRun: null,
    updates: { feed: null, state: { kind: 'idle' } },
    settings: defaultSettings,
    now,
  })
  expect(tooltip).toBe(
    'Leasebar · исход 2 продлений неизвестен · 3,00\u00a0$ (низкий, нет связи) · срок истёк у 5 групп · 1 группу пора продлить',
  )
  expect(items.flatMap((item) => (item.type === 'separator' ? [] : [plain(item.label)]))).toEqual([
    'Баланс: 3,00 $ (низкий, нет связи)',
    'Продлить Shop · 21 день',
    '6 групп пора продлить',
    'Продлить всё, что пора…',
    'Открыть',
    'Проверить баланс сейчас',
    'Настройки',
    'Выйти',
  ])
})
