import { z } from 'zod'
import { callBus } from './bus.ts'
import { fits, PATIENCE_MS, until } from './until.ts'

const Item = z.object({ service: z.string(), path: z.string(), pid: z.number() })
type Item = z.infer<typeof Item>

const TrayLook = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  tooltip: z.string(),
  iconName: z.string(),
  iconSizes: z.array(z.tuple([z.number(), z.number()])),
  iconHash: z.string(),
  menu: z.string(),
})
/** What the tray shows of an app. `iconHash` changes exactly when the picture does. */
export type TrayLook = z.infer<typeof TrayLook>

const MenuEntry = z.object({
  id: z.number(),
  label: z.string(),
  enabled: z.boolean(),
  visible: z.boolean(),
  type: z.string(),
  toggle: z.string(),
  checked: z.boolean(),
  get children() {
    return z.array(MenuEntry)
  },
})
/** One entry of the tray's menu; `type` is "standard" or "separator", `label` is as drawn, without access key. */
export type MenuEntry = z.infer<typeof MenuEntry>

/** Which tray item is meant, and how long to wait for it. */
export interface TrayQuery {
  /** Of the app's main process; without it the only item there is. */
  readonly pid?: number
  readonly timeoutMs?: number
}

/** An app's icon in the tray, handled as a person would. */
export class Tray {
  readonly pid: number
  readonly #item: Item

  constructor(item: Item) {
    this.pid = item.pid
    this.#item = item
  }

  /** Title, tooltip, status and icon, as they are now. */
  look(): Promise<TrayLook> {
    return callBus('tray_read', this.#where(), TrayLook)
  }

  /** Waits until the tray looks as `isSo` wants it. */
  waitForLook(what: string, isSo: (look: TrayLook) => boolean, timeoutMs = PATIENCE_MS): Promise<TrayLook> {
    const look = async (): Promise<TrayLook | undefined> => {
      const now = await this.look()
      return isSo(now) ? now : undefined
    }
    return until(`tray ${what}`, look, timeoutMs, async () => JSON.stringify(await this.look()))
  }

  /** Opens the menu: its visible entries from top to bottom. */
  async menu(): Promise<MenuEntry[]> {
    const { menu } = await this.look()
    const where = { service: this.#item.service, path: menu }
    const root = await callBus('menu_read', where, MenuEntry)
    return root.children.filter((entry) => entry.visible)
  }

  /** What the menu's entries say, separators left out, submenus flattened. */
  async labels(): Promise<string[]> {
    return flat(await this.menu()).map((entry) => entry.label)
  }

  /** Waits for an entry of that label, wherever in the menu. */
  waitForLabel(label: string | RegExp, timeoutMs = PATIENCE_MS): Promise<MenuEntry> {
    const look = async (): Promise<MenuEntry | undefined> =>
      flat(await this.menu()).find((entry) => fits(label, entry.label))
    return until(`menu entry ${label}`, look, timeoutMs, async () => JSON.stringify(await this.labels()))
  }

  /** Waits until the menu has no entry of that label. */
  async waitForNoLabel(label: string | RegExp, timeoutMs = PATIENCE_MS): Promise<void> {
    const look = async (): Promise<true | undefined> =>
      (await this.labels()).some((text) => fits(label, text)) ? undefined : true
    await until(`menu without ${label}`, look, timeoutMs)
  }

  /** Opens the menu and clicks the entry of that label, waiting for it; throws when it is disabled. */
  async click(label: string | RegExp, timeoutMs = PATIENCE_MS): Promise<void> {
    const entry = await this.waitForLabel(label, timeoutMs)
    if (!entry.enabled) throw new Error(`the menu entry ${entry.label} is disabled`)
    await this.#choose(entry)
  }

  /** Clicks an entry that was read before, as on a menu that stands open since; false when the app has dropped it. */
  chooseOld(entry: MenuEntry): Promise<boolean> {
    return this.#choose(entry).then(
      () => true,
      () => false,
    )
  }

  /** Clicks the icon itself. */
  async activate(): Promise<void> {
    await callBus('tray_activate', this.#where(), z.null())
  }

  async #choose({ id }: MenuEntry): Promise<void> {
    const { menu } = await this.look()
    await callBus('menu_click', { service: this.#item.service, path: menu, number: id }, z.null())
  }

  #where(): { service: string; path: string } {
    return { service: this.#item.service, path: this.#item.path }
  }
}

/** Waits until the app's icon is in the tray. */
export async function waitForTray(query: TrayQuery = {}): Promise<Tray> {
  const look = async (): Promise<Item | undefined> => (await itemsOf(query.pid))[0]
  const item = await until(
    `tray icon${query.pid === undefined ? '' : ` of ${query.pid}`}`,
    look,
    query.timeoutMs,
  )
  return new Tray(item)
}

async function itemsOf(pid: number | undefined): Promise<Item[]> {
  const items = await callBus('tray_items', {}, z.array(Item))
  return items.filter((item) => pid === undefined || item.pid === pid)
}

function flat(entries: readonly MenuEntry[]): MenuEntry[] {
  return entries
    .filter((entry) => entry.visible && entry.type !== 'separator')
    .flatMap((entry) => [entry, ...flat(entry.children)])
}
