import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { ask } from '../support/desktop/ask.ts'
import { startReleaseHost, trustedAuthority } from '../support/releaseHost.ts'
import {
  connect,
  fillGroup,
  guardDialog,
  openHistory,
  openView,
  outcome,
  renewButton,
  row,
  saveGroups,
  snapshotOf,
} from './support/acts.ts'
import { test as base, expect, type Started, testKey } from './support/leasebar.ts'
import { expectScreen, standAt } from './support/screens.ts'
import { morning, type PicturedVendor, picturedGroups, startPicturedVendor } from './support/screenWorld.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Leasebar beside a vendor whose clock and its own stand still at the same moment. */
interface Pictured {
  readonly app: Started
  readonly page: Page
  readonly vendor: PicturedVendor
  /** Puts every clock to a moment, ms since the epoch, and has everything read anew there. */
  readonly at: (moment: number) => Promise<void>
}

const test = base.extend<{ balance: string; pictured: Pictured }>({
  balance: ['148.60', { option: true }],
  pictured: async ({ start, balance }, use) => {
    const vendor = await startPicturedVendor(balance)
    const app = await start({
      preload: resolve('tests/fixtures/frozenClock.cjs'),
      env: { LEASEBAR_API_URL: vendor.vendor.url, LEASEBAR_TEST_NOW: String(morning), TZ: 'UTC' },
    })
    const { page } = app
    const at = async (moment: number) => {
      vendor.setTime(moment)
      await standAt(app, page, moment)
      for (const { id } of (await snapshotOf(page)).accounts) {
        await ask(page, 'orders.refresh', { accountId: id })
        await ask(page, 'balance.refresh', { accountId: id })
      }
    }
    await at(morning)
    await use({ app, page, vendor, at })
    await vendor.vendor.close()
  },
})

async function renewed(page: Page, name: string): Promise<void> {
  await renewButton(page, name).click()
  await expect(outcome(row(page, name), 'Renewed')).toBeVisible()
  await expect(row(page, name)).toContainText('now ends')
}

/** Connects the account nine days ago and renews three groups since, one of them this morning. */
async function workAWeek({ page, at }: Pictured): Promise<void> {
  await at(morning - 9 * day)
  await connect(page, 'Main', testKey)
  await saveGroups(page, picturedGroups)
  await renewed(page, 'Sneaker launch')
  await at(morning - 2 * day)
  await renewed(page, 'Ostrov & Co')
  await at(morning - 5 * minute)
  await renewed(page, 'Sign-up tests')
  await at(morning)
}

function scrollTo(part: Locator): Promise<void> {
  return part.evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('screens of the first minute', async ({ pictured: { app, page } }) => {
  await expect(button(page, 'Connect')).toBeVisible()
  await expectScreen(app, page, 'onboarding')
  await connect(page, 'Main', testKey)
  await expect(page.getByRole('heading', { name: 'From your orders' })).toBeVisible()
  await expectScreen(app, page, 'groups-empty')
  await openHistory(page)
  await expectScreen(app, page, 'history-empty')
})

test('screens of the daily work', async ({ pictured }) => {
  test.setTimeout(300_000)
  const { app, page, vendor } = pictured
  await workAWeek(pictured)
  await expectScreen(app, page, 'groups')
  await renewButton(page, 'Price monitor EU').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(button(page, 'Renew 3…')).toBeVisible()
  await expectScreen(app, page, 'selected')
  await page.keyboard.press('Escape')
  await button(page, 'Price monitor EU').click()
  await expect(page.getByRole('region', { name: 'Chosen group' })).toContainText('7301848240')
  await expectScreen(app, page, 'group-detail')

  await button(page, 'Edit group').click()
  await fillGroup(page, { name: 'Price monitor EU', orderIds: '7301848215 7301848240 7301848215 b!d 404' })
  await expect(page.getByText(/1 repeat dropped/)).toBeVisible()
  await expectScreen(app, page, 'editor')
  await page.keyboard.press('Escape')
  await button(page, 'Discard').click()

  const [account] = (await snapshotOf(page)).accounts
  await ask(page, 'account.update', { accountId: account?.id ?? '', warnBelow: '60', renewalLimit: '5' })
  await renewButton(page, 'Shop crawlers').click()
  await expect(guardDialog(page, 'Shop crawlers')).toBeVisible()
  await expectScreen(app, page, 'guard')
  await page.keyboard.press('Escape')

  await button(page, 'Renew all due…').click()
  await expect(page.getByRole('button', { name: /^Pay / })).toBeVisible()
  await expectScreen(app, page, 'due')
  await button(page, 'Cancel').click()

  await button(page, 'Balance history').click()
  await expect(page.locator('.plot-grip')).toBeVisible()
  await expectScreen(app, page, 'balance-history')
  await page.keyboard.press('Escape')
  expect(vendor.vendor.paidRequests()).toHaveLength(3)
})

test('screens of records and settings', async ({ pictured }) => {
  test.setTimeout(300_000)
  const { app, page, vendor } = pictured
  await workAWeek(pictured)
  await button(page, 'Show them').click()
  await expect(page.getByRole('dialog', { name: 'Pick from orders' }).getByRole('checkbox')).not.toHaveCount(
    0,
  )
  await expectScreen(app, page, 'pick-orders')
  await page.keyboard.press('Escape')

  vendor.faults.plan({ kind: 'html', status: 500, endpoint: 'extend/order', acts: false, nth: 1 })
  await renewButton(page, 'Ad checks London').click()
  await expect(outcome(row(page, 'Ad checks London'), 'Unknown')).toBeVisible()
  await expectScreen(app, page, 'unknown')
  const history = await openHistory(page)
  await expect(outcome(history, 'Unknown')).toHaveCount(1)
  await expectScreen(app, page, 'history')
  const when = page.getByRole('combobox', { name: 'When', exact: true })
  await when.selectOption({ label: 'Last 7 days' })
  await expect(outcome(history, 'Renewed')).toHaveCount(2)
  await expect(page.getByText('3 of 3')).toBeVisible()
  await when.selectOption({ label: 'Any time' })
  await expect(outcome(history, 'Renewed')).toHaveCount(3)
  await history.getByRole('button', { name: /^Receipt of Sign-up tests/ }).click()
  await expect(history).toContainText('Raw reply')
  const receipt = history.getByText('What happened', { exact: true })
  await expectScreen(app, page, 'receipt', { before: () => scrollTo(receipt) })

  await openView(page, 'Settings')
  await expectScreen(app, page, 'settings')
  for (const [index, heading] of [
    'Checks and reminders',
    'Notifications',
    'This app',
    'Tray menu',
    'New versions',
  ].entries()) {
    const part = page.getByRole('heading', { name: heading, exact: true })
    await expectScreen(app, page, `settings-${index + 2}`, { before: () => scrollTo(part) })
  }
  await page.keyboard.press('?')
  await expectScreen(app, page, 'keys')
  await page.keyboard.press('Escape')

  await openView(page, 'Groups')
  vendor.faults.plan({ kind: 'html', status: 503, endpoint: 'balance', times: 9 })
  await button(page, 'Check balance now').click()
  await expect(page.getByRole('alert').filter({ hasText: 'could not be read' })).toBeVisible()
  await expectScreen(app, page, 'not-read')
})

/** A port that a picture can show. */
const picturedPort = 47_443

test('screens of new versions', async ({ start, folder }) => {
  test.setTimeout(300_000)
  const vendor = await startPicturedVendor('148.60')
  const host = await startReleaseHost(picturedPort)
  host.release(
    '9.0.0',
    Buffer.alloc(98_000_000),
    'The list of groups takes half the time to open.\nThe history finds promo codes, too.\n\nA group that ended long ago is told of once only.',
  )
  const app = await start({
    preload: resolve('tests/fixtures/frozenClock.cjs'),
    env: {
      LEASEBAR_API_URL: vendor.vendor.url,
      LEASEBAR_TEST_NOW: String(morning),
      TZ: 'UTC',
      LEASEBAR_RELEASE_FEED: host.feed,
      LEASEBAR_RELEASE_KEY: host.publicKey,
      NODE_EXTRA_CA_CERTS: trustedAuthority,
    },
  })
  const { page } = app
  await app.app.evaluate(({ app: electron }, path) => electron.setPath('downloads', path), folder)
  await standAt(app, page, morning)
  await connect(page, 'Main', testKey)
  await saveGroups(page, picturedGroups.slice(0, 2))
  // In a wide window the chosen group stands beside the list, once it is loaded.
  const before = async () => {
    if (await page.evaluate(() => innerWidth >= 900)) {
      await expect(page.getByRole('region', { name: 'Chosen group' })).toContainText('7301848211')
    }
  }
  await expectScreen(app, page, 'versions-question', { before })
  await button(page, 'Look once a day').click()
  await expect(page.getByText('Leasebar 9.0.0 is out')).toBeVisible()
  await expectScreen(app, page, 'versions-out', { before })
  await button(page, 'What is new').click()
  const part = page.getByRole('heading', { name: 'New versions', exact: true })
  await expectScreen(app, page, 'versions', { before: () => scrollTo(part) })
  await button(page, 'Download (98 MB)').click()
  await expect(page.getByText('is downloaded and checked')).toBeVisible()
  await expectScreen(app, page, 'versions-ready', { before: () => scrollTo(part) })
  await host.close()
  await vendor.vendor.close()
})

test('screens in Russian', async ({ pictured }) => {
  test.setTimeout(300_000)
  const { app, page } = pictured
  await workAWeek(pictured)
  await ask(page, 'settings.update', { language: 'ru' })
  await expect(page.getByRole('tab', { name: 'Группы', exact: true })).toBeVisible()
  const looks = { themes: ['light'] } as const
  await expectScreen(app, page, 'ru-groups', looks)
  await page.getByRole('checkbox', { name: 'Выбрать Price monitor EU', exact: true }).check()
  await expect(button(page, 'Продлить 1…')).toBeVisible()
  await expectScreen(app, page, 'ru-selected', looks)
  await button(page, 'Снять выбор').click()
  await button(page, 'Price monitor EU').click()
  await expectScreen(app, page, 'ru-group-detail', looks)
  await button(page, 'Изменить группу').click()
  await page.getByRole('textbox', { name: 'ID заказов', exact: true }).fill('7301848215 7301848215 b!d 404')
  await expect(page.getByText(/отброшен 1 повтор/)).toBeVisible()
  await expectScreen(app, page, 'ru-editor', looks)
  await page.keyboard.press('Escape')
  await button(page, 'Не сохранять').click()

  const [account] = (await snapshotOf(page)).accounts
  await ask(page, 'account.update', { accountId: account?.id ?? '', warnBelow: '60', renewalLimit: '5' })
  await button(page, 'Продлить Shop crawlers').click()
  await expect(page.getByRole('dialog', { name: 'Продлить «Shop crawlers»?', exact: true })).toBeVisible()
  await expectScreen(app, page, 'ru-guard', looks)
  await page.keyboard.press('Escape')
  await button(page, 'Продлить всё, что пора…').click()
  await expect(page.getByRole('button', { name: /^Оплатить / })).toBeVisible()
  await expectScreen(app, page, 'ru-due', looks)
  await button(page, 'Отмена').click()
  await button(page, 'История баланса').click()
  await expect(page.locator('.plot-grip')).toBeVisible()
  await expectScreen(app, page, 'ru-balance-history', looks)
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'История', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Продления', exact: true })).toContainText('Продлено')
  await expectScreen(app, page, 'ru-history', looks)
  await page.getByRole('tab', { name: 'Настройки', exact: true }).click()
  await expectScreen(app, page, 'ru-settings', looks)
  for (const [index, heading] of [
    'Проверки и напоминания',
    'Уведомления',
    'Приложение',
    'Меню в трее',
    'Новые версии',
  ].entries()) {
    const part = page.getByRole('heading', { name: heading, exact: true })
    await expectScreen(app, page, `ru-settings-${index + 2}`, { ...looks, before: () => scrollTo(part) })
  }
})

test.describe('with more than usual', () => {
  test.use({ balance: '1234567890.12' })

  test('screens with long names, large sums and thousands of ids', async ({ pictured: { app, page } }) => {
    test.setTimeout(300_000)
    await connect(
      page,
      'An account whose name is as long as names of accounts are allowed to be, 80 let.',
      testKey,
    )
    const name = 'Warehouse price monitors for the Baltic marketplaces, second batch of the autumn'
    const ids = Array.from({ length: 5000 }, (_, index) => `73018${String(index).padStart(14, '0')}`)
    await saveGroups(page, [
      { name, orderIds: '7301848211 7301848215', promoCode: 'TENOFF', showInTray: true },
      {
        name: 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel',
        orderIds: ids.slice(0, 2000).join(' '),
      },
      { name: 'W'.repeat(80), type: 'ISP', orderIds: '7630005172' },
    ])
    await renewed(page, name)
    await button(page, name).click()
    await expectScreen(app, page, 'full-groups')
    await renewButton(page, 'W'.repeat(80)).click()
    await expect(outcome(row(page, 'W'.repeat(80)), 'Renewed')).toBeVisible()
    await openHistory(page)
    await expectScreen(app, page, 'full-history')

    await openView(page, 'Groups')
    await button(page, 'New group').click()
    await app.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), ids.join('\n'))
    await page.getByRole('textbox', { name: 'Order IDs', exact: true }).focus()
    await page.keyboard.press('ControlOrMeta+v')
    await expect(page.getByText('5,000 orders')).toBeVisible()
    await expectScreen(app, page, 'full-editor')
  })
})
