/** Id of the page's main landmark. */
export const mainId = 'main'

/** Where menus are put into the page: inside its main landmark, so that nothing stands outside of all landmarks. */
export function menuHome(): HTMLElement | null {
  return document.getElementById(mainId)
}
