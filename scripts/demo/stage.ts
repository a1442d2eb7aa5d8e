import type { Page } from '@playwright/test'
import { firstWindow, type LaunchedApp, launchApp, quitApp } from '../../tests/support/desktop/launch.ts'
import { type Tray, waitForTray } from '../../tests/support/desktop/tray.ts'
import type { Pictures } from './pictures.ts'
import type { Shop } from './shop.ts'

/** What the steps act on: the running app, the vendor, the desktop. */
export interface Stage {
  readonly shop: Shop
  readonly pictures: Pictures
  /** Where the app keeps all its data. */
  readonly folder: string
  /** The app that runs now. */
  readonly app: () => LaunchedApp
  readonly page: () => Promise<Page>
  readonly tray: () => Promise<Tray>
  /** Quits the app as its menu would and starts it again on the same data; answers its exit code. */
  readonly restart: () => Promise<number | string | null>
}

/** Starts the built app, as a person does who has no account yet. */
export async function setTheStage(shop: Shop, folder: string, pictures: Pictures): Promise<Stage> {
  const launch = (): Promise<LaunchedApp> =>
    launchApp({ userDataDir: folder, env: { LEASEBAR_API_URL: shop.vendor.url } })
  let running = await launch()
  return {
    shop,
    pictures,
    folder,
    app: () => running,
    page: () => firstWindow(running),
    tray: () => waitForTray({ pid: running.pid }),
    restart: async () => {
      const code = await quitApp(running)
      running = await launch()
      return code
    },
  }
}
