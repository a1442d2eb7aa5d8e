/** Id of the way back from the settings to connecting a first account. */
export const backToConnectId = 'back-to-connect'

/** Frames waited for a control to appear: main's push may bring it a moment after its answer. About a second. */
const frames = 60

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/**
 * Puts the focus onto a control once that is there, if what had the focus is gone. A focus that lies somewhere, as
 * the person put it, is never taken.
 */
export function focusSoon(find: () => HTMLElement | null, left = frames): void {
  requestAnimationFrame(() => {
    const target = isLost() ? find() : null
    target?.focus()
    if (target === null && left > 0) focusSoon(find, left - 1)
  })
}

/** The tab of the view that is shown; null while there is no account. */
export function chosenTab(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
}

/** Where a window that changed as a whole is read from: the chosen tab, or the first field where there are no tabs. */
export function startOfWindow(): HTMLElement | null {
  return chosenTab() ?? document.querySelector<HTMLElement>('.onboarding input')
}
