import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../support/desktop/until.ts'
import { balance, connect } from './support/acts.ts'
import { expect, test, testKey } from './support/leasebar.ts'

const topUp = { name: 'Top up at the vendor’s site', exact: true }

test('topping up opens the vendor’s site, without the key, and coming back reads the balance once', async ({
  start,
  lab,
  folder,
}) => {
  // What Electron hands an address to on Linux; here it notes it down, and no browser starts.
  const programs = join(folder, 'programs')
  const opened = join(folder, 'opened.txt')
  mkdirSync(programs)
  writeFileSync(opened, '')
  writeFileSync(join(programs, 'xdg-open'), `#!/bin/sh\necho "$@" >> '${opened}'\n`, { mode: 0o755 })
  const { page } = await start({ env: { PATH: `${programs}:${process.env.PATH ?? ''}` } })
  await connect(page, 'Main', testKey)
  await expect(balance(page)).toContainText('$100.00')
  const reads = () => lab.vendor.requests.filter(({ endpoint }) => endpoint === 'balance').length
  const before = reads()

  await page.getByRole('button', topUp).click()
  await page.getByRole('button', topUp).click()
  const addresses = await until('both addresses', async () => {
    const lines = readFileSync(opened, 'utf8').trim().split('\n')
    return lines.length === 2 ? lines : undefined
  })
  expect(addresses).toEqual(['https://youproxy.io/', 'https://youproxy.io/'])

  lab.world.topUp(testKey, '25.00')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(balance(page)).toContainText('$125.00')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  // Not a second time: the next read is the one asked for here.
  await page.getByRole('button', { name: 'Check balance now', exact: true }).click()
  await expect.poll(reads).toBe(before + 2)
})

test('a practice account has nothing to top up', async ({ start }) => {
  const { page } = await start()
  await page.getByRole('button', { name: 'Try a practice account', exact: true }).click()
  await expect(balance(page)).toContainText('$')
  await expect(page.getByRole('button', topUp)).toHaveCount(0)
})
