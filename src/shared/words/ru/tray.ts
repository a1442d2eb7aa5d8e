import type { tray as english } from '../en/tray.ts'

/** The tray's menu and tooltip. */
export const tray: typeof english = {}
