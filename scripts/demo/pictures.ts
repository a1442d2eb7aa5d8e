import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { firstWindow, type LaunchedApp } from '../../tests/support/desktop/launch.ts'
import { screenshot } from '../../tests/support/desktop/screenshot.ts'
import type { Telling } from './report.ts'

const run = promisify(execFile)

/** Where the panel of the private desktop shows the one tray icon: at its right end. */
const trayIcon = ['1267', '13']
/** Nothing is there: the pointer must not light anything up in a picture. */
const outOfTheWay = ['640', '799']

/** Takes the pictures of the demo into a folder. */
export interface Pictures {
  /** The page as it is. */
  readonly page: (tell: Telling, app: LaunchedApp, name: string) => Promise<void>
  /** The page at a width, in the theme chosen in the settings. */
  readonly atWidth: (tell: Telling, app: LaunchedApp, width: number, name: string) => Promise<void>
  /** The whole screen, panel and notifications included; cropped to `area` (WxH+X+Y) if given. */
  readonly screen: (tell: Telling, name: string, area?: string) => Promise<void>
  /** The tray's menu, opened with the mouse in the panel, and closed again. */
  readonly trayMenu: (tell: Telling, name: string, entries: number) => Promise<void>
}

/** Makes the taker of pictures; makes the folder. */
export function picturesIn(folder: string): Pictures {
  mkdirSync(folder, { recursive: true })
  const file = (name: string): string => join(folder, `${name}.png`)

  const page: Pictures['page'] = async (tell, app, name) => {
    const window = await firstWindow(app)
    await run('xdotool', ['mousemove', ...outOfTheWay])
    // A caret that blinks, and what slides in, would make each picture another.
    await window.screenshot({ path: file(name), animations: 'disabled', caret: 'hide' })
    tell.picture(file(name))
  }
  const screen: Pictures['screen'] = async (tell, name, area) => {
    await screenshot(file(name))
    if (area !== undefined) await run('mogrify', ['-crop', area, '+repage', file(name)])
    tell.picture(file(name))
  }
  return {
    page,
    screen,
    atWidth: async (tell, app, width, name) => {
      await resize(app, width)
      await page(tell, app, name)
    },
    trayMenu: async (tell, name, entries) => {
      await run('xdotool', ['mousemove', ...trayIcon, 'click', '3'])
      await expect.poll(visibleMenus, { message: 'the tray’s menu on the screen' }).not.toBe('')
      await screen(tell, name, `320x${60 + entries * 26}+960+0`)
      await run('xdotool', ['key', 'Escape', 'mousemove', ...outOfTheWay])
      await expect.poll(visibleMenus, { message: 'the tray’s menu closed' }).toBe('')
    },
  }
}

/** Makes the window so wide, and waits until the page is. */
export async function resize(app: LaunchedApp, width: number): Promise<Page> {
  const window = await firstWindow(app)
  await app.app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(wanted, 680),
    width,
  )
  await expect.poll(() => window.evaluate(() => window.innerWidth), { message: `a window ${width} wide` }).toBe(width)
  return window
}

/** The panel's own windows beside its bar: a menu that is open. */
async function visibleMenus(): Promise<string> {
  const found = await run('xdotool', ['search', '--onlyvisible', '--class', 'xfce4-panel']).catch(() => ({ stdout: '' }))
  return found.stdout
}
