import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { releaseBus } from '../../tests/support/desktop/bus.ts'
import { killApp, quitApp } from '../../tests/support/desktop/launch.ts'
import { shownNotifications } from '../../tests/support/desktop/notifications.ts'
import { screenshot } from '../../tests/support/desktop/screenshot.ts'
import { picturesIn } from './pictures.ts'
import { runSteps } from './report.ts'
import { openShop } from './shop.ts'
import { type Stage, setTheStage } from './stage.ts'
import { afterwards } from './steps/afterwards.ts'
import { beginning } from './steps/beginning.ts'
import { renewing } from './steps/renewing.ts'
import { stopped } from './steps/stopped.ts'

/**
 * Does Leasebar's main job on the desktop that this process runs in, through the built app's real window and tray, and
 * prints each step. Pictures go to `out`. Answers 0 when every step was really seen, else 1.
 */
export async function tour(out: string): Promise<number> {
  const begun = performance.now()
  const shop = await openShop()
  const folder = mkdtempSync(join(tmpdir(), 'leasebar-demo-'))
  const stage = await setTheStage(shop, folder, picturesIn(out))
  const steps = [...beginning(stage), ...renewing(stage), ...stopped(stage), ...afterwards(stage)]
  try {
    console.log(`\n${await setting(stage)}`)
    const seen = await runSteps(steps, shop, async () => {
      await screenshot(join(out, 'not-seen.png'))
      return whatIsThere(stage)
    })
    const seconds = Math.round((performance.now() - begun) / 1000)
    const missed = steps[seen]
    console.log(
      missed === undefined
        ? `\ndemo: ${steps.length} steps, all seen; ${shop.paid().length} paid requests; pictures in ${out}/ (${seconds} s)`
        : `\ndemo: step ${seen + 1} of ${steps.length} was not seen: ${missed.title}`,
    )
    return missed === undefined ? 0 : 1
  } finally {
    await quitApp(stage.app()).catch(() => killApp(stage.app()))
    await shop.vendor.close()
    releaseBus()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What runs here: the versions, and that nothing is loosened for the demo. */
async function setting(stage: Stage): Promise<string> {
  const { electron, chrome } = await stage.app().app.evaluate(() => {
    const { electron = '', chrome = '' } = process.versions
    return { electron, chrome }
  })
  const sandbox = stage.app().child.spawnargs.includes('--no-sandbox') ? 'off (root)' : 'on'
  return `The built Leasebar on Electron ${electron}, Chromium ${chrome}, its sandbox ${sandbox}, against the embedded vendor at ${stage.shop.vendor.url}`
}

/** For a step that was not seen: what a person would have seen instead. */
async function whatIsThere(stage: Stage): Promise<string> {
  const page = await stage.page()
  const view = await page.locator('body').ariaSnapshot({ timeout: 2_000 })
  const notifications = (await shownNotifications()).map(({ summary, body }) => `${summary} | ${body}`)
  return stage.shop.redact([view, 'Notifications:', ...notifications].join('\n'))
}
