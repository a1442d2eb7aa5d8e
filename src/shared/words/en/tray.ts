/** The tray's menu and tooltip. */
export const tray = {}
