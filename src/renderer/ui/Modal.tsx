import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { createContext, type ReactNode, type RefObject, useContext, useLayoutEffect, useRef } from 'react'
import { pageWords } from '../words/pageWords.ts'
import { IconButton } from './Button.tsx'

/**
 * True for dialogs that have to step aside for a more urgent one. They stay mounted and keep all that was typed, but
 * are not shown: two modal dialogs at once would hide each other from assistive technology.
 */
export const SteppedAside = createContext(false)

/** Where the focus was when the dialog stepped aside, to put it back there. */
function useLastFocus(popup: RefObject<HTMLElement | null>) {
  const last = useRef<HTMLElement | null>(null)
  const note = (target: EventTarget) => {
    if (target instanceof HTMLElement) last.current = target
  }
  const inPopup = () => (last.current && popup.current?.contains(last.current) ? last.current : null)
  return { note, inPopup }
}

/** A modal dialog (role `dialog`): head, scrolling body, foot. Focus goes in, stays in, and returns. */
export function Modal({
  title,
  description,
  large = false,
  wide = false,
  initialFocus,
  finalFocus,
  dismissOutside = true,
  onClose,
  children,
  foot,
}: {
  readonly title: string
  readonly description?: ReactNode
  readonly large?: boolean
  /** Beside `large`: for tables, as wide as a wide window lets it. */
  readonly wide?: boolean
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** Where the focus goes on closing; without it, back to where it was. False: it is seen to elsewhere. */
  readonly finalFocus?: () => HTMLElement | false | null
  readonly dismissOutside?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly foot?: ReactNode
}) {
  const aside = useContext(SteppedAside)
  // Read when the focus moves, after this drawing: the latest counts.
  const isAside = useRef(aside)
  useLayoutEffect(() => {
    isAside.current = aside
  }, [aside])
  const popup = useRef<HTMLDivElement>(null)
  const focus = useLastFocus(popup)
  return (
    <Dialog.Root
      open={!aside}
      disablePointerDismissal={!dismissOutside}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Dialog.Portal keepMounted>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className={`dialog${large ? ' dialog-large' : ''}${wide ? ' dialog-wide' : ''}`}
          ref={popup}
          initialFocus={() => focus.inPopup() ?? initialFocus?.current ?? true}
          finalFocus={() => (isAside.current ? false : (finalFocus?.() ?? true))}
          onFocus={(event) => focus.note(event.target)}
        >
          <div className="dialog-head">
            <div>
              <Dialog.Title className="dialog-title">{title}</Dialog.Title>
              {description && <Dialog.Description className="soft small">{description}</Dialog.Description>}
            </div>
            <IconButton label={pageWords().app.close} icon={<X size={16} />} onClick={onClose} />
          </div>
          {children}
          {foot}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
