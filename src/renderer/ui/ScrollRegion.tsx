import type { ReactNode } from 'react'

/** A part that scrolls and has nothing in it that takes the focus: it takes it itself, so that the keyboard reaches it. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={`${className} scroll`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
