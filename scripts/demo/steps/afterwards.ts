import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { balanceSays, mustBe, openView, rowSays, wordsOf } from '../look.ts'
import { resize } from '../pictures.ts'
import type { Step } from '../report.ts'
import { groups } from '../shop.ts'
import type { Stage } from '../stage.ts'

const narrow = 420
const wide = 1200

/** What is there afterwards: the history, also after a restart, the key in the keychain only, and the last pictures. */
export function afterwards(stage: Stage): Step[] {
  const { page, pictures, app, shop } = stage
  return [
    {
      title: 'Quit, start again: groups, history and the key are still there',
      run: async (tell) => {
        mustBe('exit code', await stage.restart(), 0)
        tell.did('quit Leasebar and started it again')
        const window = await page()
        tell.saw(
          'window',
          `Balance: ${await balanceSays(window, '$36.66')}, read with the key from the keychain`,
        )
        await rowSays(window, groups.ipv4.name, 'Renewed')
        await openView(window, 'History')
        const rows = window
          .getByRole('table', { name: 'Renewals', exact: true })
          .locator('tbody')
          .getByRole('row')
        await expect(rows).toHaveCount(5)
        for (const line of await rows.all()) tell.saw('history', await wordsOf(line))
        await expect(rows.getByText('Renewed', { exact: true })).toHaveCount(4)
        await expect(rows.getByText('Refused', { exact: true })).toHaveCount(1)
        mustBe('paid requests', shop.paid().length, 4)
      },
    },
    {
      title: 'See it narrow and wide, light and dark',
      run: async (tell) => {
        for (const theme of ['Light', 'Dark'] as const) {
          const window = await page()
          await openView(window, 'Settings')
          const radio = window.getByRole('radio', { name: theme, exact: true })
          await radio.click()
          await expect(radio).toBeChecked()
          const name = theme.toLowerCase()
          for (const width of [narrow, wide]) {
            await resize(app(), width)
            await openView(window, 'History')
            await expect(window.getByRole('table', { name: 'Renewals', exact: true })).toBeVisible()
            await pictures.page(tell, app(), `history-${width}-${name}`)
            await openView(window, 'Groups')
            if (width === wide) await chooseGroup(window, groups.ipv4.name)
            await window.getByRole('listitem').first().scrollIntoViewIfNeeded()
            await pictures.page(tell, app(), `window-${width}-${name}`)
          }
          await resize(app(), narrow)
          await window.getByRole('button', { name: 'Back to the list', exact: true }).click()
        }
        await openView(await page(), 'Groups')
        await pictures.screen(tell, 'screen')
      },
    },
    {
      title: 'Look for the key where it must not be',
      run: async (tell) => {
        const files = filesIn(stage.folder)
        const holding = files.filter((file) => holds(readFileSync(file), shop.key))
        mustBe('files in the data folder that hold the key', holding, [])
        tell.saw('data folder', `${files.length} files searched, also as UTF-16: the key is in none`)
        mustBe('the key in the app’s output', app().output().includes(shop.key), false)
        tell.saw('output', 'the key is not in what the app printed')
      },
    },
  ]
}

/** Chooses a group in a wide window, and waits for its detail beside the list. */
async function chooseGroup(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const detail = page.getByRole('region', { name: 'Chosen group', exact: true })
  await expect(detail.getByRole('heading', { name, exact: true })).toBeVisible()
  await expect(detail.getByText('Renewed', { exact: true })).toBeVisible()
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function holds(content: Buffer, key: string): boolean {
  return content.includes(key) || content.includes(Buffer.from(key, 'utf16le'))
}
