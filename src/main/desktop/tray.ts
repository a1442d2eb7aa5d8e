import { isDeepStrictEqual } from 'node:util'
import { Menu, type NativeImage, nativeImage, Tray } from 'electron'
import type { TrayAction, TrayIcon, TrayItem, TrayModel } from '../watch/model.ts'
import { menuTemplate } from './menuTemplate.ts'
import type { Box } from './placement.ts'
import { resourcePath } from './windowOptions.ts'

/** What the tray needs from around it. */
export interface TrayDeps {
  /** An entry of the menu was chosen. */
  readonly onAction: (action: TrayAction) => void
  /** The icon itself was clicked; the box is where it stands, null where the desktop does not tell (Linux). */
  readonly onClick: (place: Box | null) => void
}

/** Leasebar's tray icon. */
export interface AppTray {
  /** Draws the model; touches only what differs from the last one. */
  readonly render: (model: TrayModel) => void
  /** Where the icon stands; null where the desktop does not tell. */
  readonly place: () => Box | null
  readonly destroy: () => void
}

/** Puts the icon into the tray, drawn as `first`. To be called when Electron is ready. */
export function createTray(first: TrayModel, deps: TrayDeps): AppTray {
  const images = new Map<TrayIcon, NativeImage>()
  const tray = new Tray(image(first.icon))
  let shown: TrayModel | null = null
  let menuOpen = false
  let waiting: TrayModel | null = null

  function image(icon: TrayIcon): NativeImage {
    const known = images.get(icon)
    if (known !== undefined) return known
    const loaded = trayImage(icon)
    images.set(icon, loaded)
    return loaded
  }

  function setMenu(items: readonly TrayItem[]): void {
    const menu = Menu.buildFromTemplate(menuTemplate(items, deps.onAction))
    // Where the system draws the menu itself, exchanging it under the pointer would let a click hit another entry.
    // On Linux the panel draws it, entries keep ids of their own, and closing is not always told.
    if (process.platform !== 'linux') {
      menu.on('menu-will-show', () => {
        menuOpen = true
      })
      menu.on('menu-will-close', () => {
        menuOpen = false
        setImmediate(() => waiting !== null && render(waiting))
      })
    }
    tray.setContextMenu(menu)
  }

  function render(model: TrayModel): void {
    // Choosing Quit closes the menu too, and what waited for that comes late.
    if (tray.isDestroyed()) return
    if (model.icon !== shown?.icon) tray.setImage(image(model.icon))
    if (model.tooltip !== shown?.tooltip) tray.setToolTip(model.tooltip)
    if (isDeepStrictEqual(model.items, shown?.items)) {
      waiting = null
      shown = model
    } else if (menuOpen) {
      waiting = model
      shown = { ...model, items: shown?.items ?? [] }
    } else {
      waiting = null
      shown = model
      setMenu(model.items)
    }
  }

  const place = (): Box | null => {
    const bounds = tray.getBounds()
    return bounds.width > 0 && bounds.height > 0 ? bounds : null
  }

  // On macOS a click opens the menu; elsewhere it opens the window and the other button the menu.
  if (process.platform !== 'darwin') tray.on('click', () => deps.onClick(place()))
  render(first)
  return { render, place, destroy: () => tray.destroy() }
}

function trayImage(icon: TrayIcon): NativeImage {
  // Electron finds `@2x` and its like beside the file by itself.
  if (process.platform === 'darwin') {
    const template = nativeImage.createFromPath(resourcePath('tray', 'mac', `${icon}Template.png`))
    template.setTemplateImage(true)
    return template
  }
  const file =
    process.platform === 'win32' ? ['tray', 'win', `${icon}.ico`] : ['tray', 'linux', `${icon}.png`]
  return nativeImage.createFromPath(resourcePath(...file))
}
