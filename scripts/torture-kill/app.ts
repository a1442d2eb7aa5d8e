import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  type BareApp,
  firstWindow,
  type LaunchedApp,
  type LaunchOptions,
  launchApp,
  startBare,
} from '../../tests/support/desktop/launch.ts'
import { allGone, familyOf, killAtOnce } from './processes.ts'
import type { Shop } from './shop.ts'

/** Leasebar with its window open. */
export interface Session {
  readonly page: Page
  readonly app: LaunchedApp
  /** When it was started, ms since the epoch by its own clock. */
  readonly startedAt: number
}

const patience = 15_000

/** Starts and kills the built app on one data folder. */
export class Starter {
  readonly #shop: Shop
  readonly folder: string

  constructor(shop: Shop, folder: string) {
    this.#shop = shop
    this.folder = folder
  }

  /** With its window, as a person starts it. */
  async open(): Promise<Session> {
    const startedAt = this.#shop.clock.now()
    const app = await launchApp(this.#options())
    const page = await firstWindow(app)
    page.setDefaultTimeout(patience)
    return { page, app, startedAt }
  }

  /** Without anyone who looks at it: nothing slows the start down. `rate`: how fast its clocks run. */
  bare(rate: number): Promise<BareApp> {
    return startBare(this.#options(rate))
  }

  #options(rate = 1): LaunchOptions {
    return {
      userDataDir: this.folder,
      preload: join(import.meta.dirname, 'clock.cjs'),
      env: {
        LEASEBAR_API_URL: this.#shop.url,
        LEASEBAR_CLOCK_AHEAD: String(this.#shop.clock.ahead()),
        LEASEBAR_CLOCK_RATE: String(rate),
      },
    }
  }
}

/** Looks up the processes now, so that the kill itself takes no time; it resolves when all of them are gone. */
export function readyToKill(app: { readonly pid: number }): () => Promise<void> {
  const family = familyOf(app.pid)
  return () => {
    killAtOnce(family)
    return allGone(family)
  }
}
