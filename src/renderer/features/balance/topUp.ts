import { call } from '../../state/bridge.ts'

/** What waits for the window to be come back to; of several presses one counts. */
let waiting: (() => void) | null = null

/**
 * Opens the vendor's site, where the balance is topped up. `onReturn` is called once, when the window has the focus
 * again: the sum may have grown then.
 */
export function topUp(onReturn: () => void): void {
  if (waiting) window.removeEventListener('focus', waiting)
  waiting = onReturn
  window.addEventListener('focus', onReturn, { once: true })
  void call('link.open', { link: 'vendor' })
}
