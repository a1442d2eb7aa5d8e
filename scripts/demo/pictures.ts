import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
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
  /** The whole screen, panel and notifications included; cropped to `area` (WxH+X+Y) if given. */
  readonly screen: (tell: Telling, name: string, area?: string) => Promise<void>
  /** The tray's menu, opened with the mouse in the panel, and closed again. */
  readonly trayMenu: (tell: Telling, name: string) => Promise<void>
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
    trayMenu: async (tell, name) => {
      const before = await panelWindows()
      const menu = async (): Promise<string> =>
        (await panelWindows()).find((window) => !before.includes(window)) ?? ''
      await run('xdotool', ['mousemove', ...trayIcon, 'click', '3'])
      await expect.poll(menu, { message: 'the tray’s menu on the screen' }).not.toBe('')
      await drawn()
      await screen(tell, name, await around(await menu()))
      await run('xdotool', ['key', 'Escape', 'mousemove', ...outOfTheWay])
      await expect.poll(menu, { message: 'the tray’s menu that closed' }).toBe('')
    },
  }
}

/** Makes the window so wide, and waits until the page is. */
export async function resize(app: LaunchedApp, width: number): Promise<Page> {
  const page = await firstWindow(app)
  await app.app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(wanted, 700),
    width,
  )
  await expect.poll(() => page.evaluate(() => innerWidth), { message: `a window ${width} wide` }).toBe(width)
  return page
}

/** Closes the window as a person does: the window manager asks it to. */
export async function closeWindow(app: LaunchedApp): Promise<void> {
  const visible = (): Promise<boolean> =>
    app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
  await run('xdotool', ['key', 'alt+F4'])
  await expect.poll(visible, { message: 'a window that is away' }).toBe(false)
}

/** The panel's windows by their numbers: its bar, its tray, and a menu that is open. */
async function panelWindows(): Promise<string[]> {
  const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--class', 'wrapper|xfce4-panel'])
  return stdout.trim().split('\n')
}

/** The corner of the screen with a menu in it, as WxH+X+Y. */
async function around(menu: string): Promise<string> {
  const { stdout } = await run('xdotool', ['getwindowgeometry', '--shell', menu])
  const [x = 0, y = 0, , height = 0] = ['X', 'Y', 'WIDTH', 'HEIGHT'].map((name) =>
    Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(stdout)?.[1]),
  )
  return `${1280 - x + 24}x${y + height + 16}+${x - 24}+0`
}

/** Waits until the screen stands still: a window is there before it is painted. */
async function drawn(): Promise<void> {
  let before = ''
  const still = async (): Promise<boolean> => {
    const { stdout } = await run('import', ['-window', 'root', 'rgb:-'], {
      encoding: 'buffer',
      maxBuffer: 64 * 1024 * 1024,
    })
    const now = createHash('sha256').update(stdout).digest('hex')
    const same = now === before
    before = now
    return same
  }
  await expect.poll(still, { message: 'a screen that stands still', intervals: [150] }).toBe(true)
}
