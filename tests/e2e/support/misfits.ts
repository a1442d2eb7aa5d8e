/**
 * What does not fit on the screen, in words: text that is cut off without dots, controls that lie over one another, a
 * page that scrolls sideways. Runs in the page, so it uses nothing from outside itself.
 */
export function misfits(): string[] {
  const layer = document.querySelector('[role="dialog"]') ?? document.body
  const called = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').slice(0, 40)}”`

  const isOnTop = (element: Element): boolean => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const there = document.elementFromPoint(left + width / 2, top + height / 2)
    return there !== null && (there === element || element.contains(there))
  }

  /** In a hint, or behind a button that unfolds it. */
  const isWholeElsewhere = (element: Element): boolean =>
    element.closest('[title]') !== null || element.parentElement?.querySelector('[aria-expanded]') !== null

  const isCutOff = (element: Element): boolean => {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element)
    // What is for screen readers alone is a pixel in size.
    if (element.clientWidth < 2 || element.clientHeight < 2) return false
    const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
    const sideways = element.scrollWidth > element.clientWidth + 1
    const down = element.scrollHeight > element.clientHeight + 1
    const isShortened = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
    if (isShortened) return (sideways || down) && !isWholeElsewhere(element)
    return (hides(overflowX) && sideways) || (hides(overflowY) && down)
  }

  const spills = (element: Element): boolean =>
    element.matches('button, a, [role="tab"], label, th, td') && element.scrollWidth > element.clientWidth + 1

  /** Stays in its place while the rest scrolls away under it. */
  const isSticky = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).position === 'sticky' || isSticky(element.parentElement))

  const controls = [
    ...layer.querySelectorAll('button, a, input, textarea, [role="tab"], [role="combobox"]'),
  ].filter(
    (element) =>
      element.checkVisibility() && getComputedStyle(element).pointerEvents !== 'none' && isOnTop(element),
  )
  const overlaps = controls.flatMap((one, index) =>
    controls.slice(index + 1).flatMap((other) => {
      if (one.contains(other) || other.contains(one) || isSticky(one) !== isSticky(other)) return []
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      return wide > 1 && high > 1 ? [`overlap: ${called(one)} and ${called(other)}`] : []
    }),
  )

  const elements = [...layer.querySelectorAll('*')].filter((element) => element.checkVisibility())
  const root = document.documentElement
  return [
    ...(root.scrollWidth > innerWidth
      ? [`the page is ${root.scrollWidth} wide, the window ${innerWidth}`]
      : []),
    ...(root.scrollHeight > innerHeight
      ? [`the page is ${root.scrollHeight} high, the window ${innerHeight}`]
      : []),
    ...elements.filter(isCutOff).map((element) => `cut off: ${called(element)}`),
    ...elements.filter(spills).map((element) => `too narrow: ${called(element)}`),
    ...overlaps,
  ]
}
