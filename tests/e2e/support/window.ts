import { expect } from '@playwright/test'
import type { LaunchedApp } from '../../support/desktop/launch.ts'

/** Waits until the app's window has the focus, or has lost it. */
export async function expectFocus({ app }: LaunchedApp, focused: boolean): Promise<void> {
  const look = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isFocused()))
  await expect.poll(look).toBe(focused)
}

/** Takes the focus away from the window, which stays on the screen, as a click on the desktop does. */
export async function unfocusWindow(launched: LaunchedApp): Promise<void> {
  await launched.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.blur()
  })
  await expectFocus(launched, false)
}

/** Waits until a window is on the screen, or none is. */
export async function expectShown({ app }: LaunchedApp, shown: boolean): Promise<void> {
  const look = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()))
  await expect.poll(look).toBe(shown)
}

/** Closes the window as its frame's button does. */
export async function closeWindow({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
}
