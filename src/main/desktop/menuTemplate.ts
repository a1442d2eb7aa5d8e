import type { MenuItemConstructorOptions } from 'electron'
import type { TrayAction, TrayItem } from '../watch/model.ts'

/** Electron's menu of the tray's entries. Each entry carries its own action, never a position in a list. */
export function menuTemplate(
  items: readonly TrayItem[],
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    if (item.type === 'separator') return { type: 'separator' }
    if (item.type === 'info') return { label: item.label, enabled: false }
    return { label: item.label, enabled: item.enabled, click: () => act(item.action) }
  })
}
