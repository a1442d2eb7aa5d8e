import { dirname } from 'node:path'
import { shell } from 'electron'

/** The pages outside Leasebar that it can open: an exact list, never an address that came from somewhere. */
const pages = { vendor: 'https://youproxy.io/' } as const

/** Something outside Leasebar that a window may ask to be opened. */
export type Link = keyof typeof pages | 'data-folder'

/** Opens a page of the list in the person's browser, or the data folder in their file manager. False when it failed. */
export async function openLink(link: Link, dataFolder: string): Promise<boolean> {
  try {
    if (link === 'data-folder') return (await shell.openPath(dataFolder)) === ''
    await shell.openExternal(pages[link])
    return true
  } catch {
    return false
  }
}

/** Shows a file's folder in the person's file manager; the file itself is not opened, nor run. */
export function showFolderOf(path: string): void {
  void shell.openPath(dirname(path))
}
