import { useEffect, useState } from 'react'

/** The chart's colours and letters as the canvas wants them: resolved, for it knows no variables. */
export interface PlotInk {
  readonly line: string
  readonly areaTop: string
  readonly areaBottom: string
  readonly grid: string
  readonly words: string
  readonly paid: string
  readonly unsure: string
  readonly threshold: string
  readonly surface: string
  readonly font: string
}

/** Resolves the theme's colours at an element of the page, whatever theme or contrast holds there. */
export function inkAt(element: HTMLElement): PlotInk {
  const probe = document.createElement('span')
  element.append(probe)
  const colour = (value: string) => {
    probe.style.color = value
    return getComputedStyle(probe).color
  }
  const faded = (percent: number) => colour(`color-mix(in srgb, var(--accent-text) ${percent}%, transparent)`)
  const ink = {
    line: colour('var(--accent-text)'),
    areaTop: faded(22),
    areaBottom: faded(2),
    grid: colour('var(--line)'),
    words: colour('var(--text-faint)'),
    paid: colour('var(--good)'),
    unsure: colour('var(--bad)'),
    threshold: colour('var(--warn)'),
    surface: colour('var(--surface)'),
    font: `12px ${getComputedStyle(element).fontFamily}`,
  }
  probe.remove()
  return ink
}

const looks = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** Grows whenever the page's colours changed: what was painted is to be painted anew. */
export function useLookStamp(): number {
  const [stamp, setStamp] = useState(0)
  useEffect(() => {
    const changed = () => setStamp((old) => old + 1)
    const queries = looks.map((query) => window.matchMedia(query))
    for (const query of queries) query.addEventListener('change', changed)
    const theme = new MutationObserver(changed)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      for (const query of queries) query.removeEventListener('change', changed)
      theme.disconnect()
    }
  }, [])
  return stamp
}
