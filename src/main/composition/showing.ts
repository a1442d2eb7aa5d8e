import type { PushOf } from '../../shared/contract/types.ts'
import type { MainWindow } from '../desktop/mainWindow.ts'
import type { Box } from '../desktop/placement.ts'
import { push } from '../ipc/push.ts'

/** Opens the right place in the window, which may have to be made first. */
export function createShowing(window: MainWindow, log: (line: string) => void) {
  return {
    /** Shows the window on a place: a view, a group or renewal in it, perhaps the guard's question. */
    open(place: Partial<PushOf<'view.open'>>, near: Box | null = null): void {
      window.show(near)
      const nowhere = {
        view: 'groups',
        accountId: null,
        groupId: null,
        renewalId: null,
        question: null,
        due: false,
      } as const
      push(window, 'view.open', { ...nowhere, ...place }, log)
    },
  }
}
