import { expect } from '@playwright/test'
import { type GroupForm, renewButton } from '../../../tests/e2e/support/acts.ts'
import {
  clearNotifications,
  closeAndReadHistory,
  waitForNotification,
} from '../../../tests/support/desktop/notifications.ts'
import { balanceSays, mustBe, openView, rowSays } from '../look.ts'
import { closeWindow } from '../pictures.ts'
import type { Step, Telling } from '../report.ts'
import { groups } from '../shop.ts'
import type { Stage } from '../stage.ts'

/** One renewal of each type: three with one click in the window, one in the tray, which makes the balance low. */
export function renewing(stage: Stage): Step[] {
  const { page, pictures, app, tray, shop } = stage
  return [
    inTheWindow(stage, groups.ipv4, { paid: 1, price: '$7.00', left: '$53.00' }),
    inTheWindow(stage, groups.ipv6, { paid: 2, price: '$2.64', left: '$50.36' }),
    inTheWindow(stage, groups.mobile, { paid: 3, price: '$9.50', left: '$40.86' }),
    {
      title: 'Ask to be warned below $40, and put the window away',
      run: async (tell) => {
        const window = await page()
        await openView(window, 'Settings')
        await window.getByLabel('Warn below', { exact: true }).fill('40')
        await expect(window.getByText('Saved', { exact: true })).toBeVisible()
        tell.did('typed 40 into `Warn below`')
        await pictures.page(tell, app(), '06-settings')
        await openView(window, 'Groups')
        await closeWindow(app())
        tell.did('closed the window with Alt+F4')
        tell.saw('notification', await notification('Leasebar is still in the tray'))
      },
    },
    {
      title: `Renew an ISP group from the tray menu: ${groups.isp.name}`,
      run: async (tell) => {
        await clearNotifications()
        await (await tray()).click(`Renew ${groups.isp.name} · 30 days`)
        tell.did(`clicked \`Renew ${groups.isp.name} · 30 days\` in the tray’s menu, over D-Bus`)
        tell.saw(
          'notification',
          await notification(`Renewed: ${groups.isp.name}`, /30 days · \$4\.20 · \$36\.66 left/),
        )
        mustPayFor(stage, groups.isp, 4)
      },
    },
    {
      title: 'Be warned: the balance fell below the threshold',
      run: async (tell) => {
        tell.saw('notification', await notification(/^Low balance: \$36\.66/, /below \$40\.00/))
        const low = await (await tray()).waitForLook('that says low', ({ tooltip }) =>
          tooltip.includes('(low)'),
        )
        tell.saw('tray', low.tooltip)
        await pictures.screen(tell, '08-notifications')
        const kept = (await closeAndReadHistory()).map(({ summary }) => summary)
        expect(kept).toContain('Low balance: $36.66')
        tell.saw('daemon', `dunstctl history keeps: ${kept.join(', ')}`)
        await (await tray()).click('Open')
        const window = await page()
        tell.saw('window', `Balance: ${await balanceSays(window, '$36.66')}`)
        tell.saw('row', await rowSays(window, groups.isp.name, 'Renewed'))
        mustBe('paid requests', shop.paid().length, 4)
      },
    },
  ]

  function inTheWindow(
    { page }: Stage,
    form: GroupForm,
    wanted: { paid: number; price: string; left: string },
  ): Step {
    return {
      title: `Renew an ${form.type} group with one click in the window: ${form.name}`.replace(
        'an Mobile',
        'a mobile',
      ),
      run: async (tell: Telling) => {
        const window = await page()
        await renewButton(window, form.name).click()
        tell.did(`clicked \`Renew\` in the row of “${form.name}”`)
        const receipt = await rowSays(window, form.name, 'Renewed')
        expect(receipt).toContain(`${wanted.price} paid`)
        expect(receipt).toContain(`${wanted.left} left`)
        tell.saw('row', receipt)
        tell.saw('window', `Balance: ${await balanceSays(window, wanted.left)}`)
        mustPayFor(stage, form, wanted.paid)
        await pictures.page(tell, app(), `0${wanted.paid + 2}-renewed-${form.type?.toLowerCase()}`)
      },
    }
  }
}

/** Waits for a notification at the desktop's daemon, and answers its title and body as it keeps them. */
async function notification(summary: string | RegExp, body?: RegExp): Promise<string> {
  const shown = await waitForNotification(body === undefined ? { summary } : { summary, body })
  return `${shown.summary}\n${shown.body}`
}

/** The vendor has received exactly so many paid requests, the last of them for this group, word for word. */
function mustPayFor({ shop }: Stage, form: GroupForm, count: number): void {
  mustBe('paid requests', shop.paid().length, count)
  mustBe('the body of the last one', JSON.parse(shop.paid().at(-1)?.body ?? ''), {
    proxyType: form.type === 'Mobile' ? 'MOBILE' : form.type,
    orderIds: form.orderIds.split('\n'),
    rentPeriodDays: Number(form.days),
  })
}
