import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from './Button.tsx'

/** A modal dialog (role `dialog`): head, scrolling body, foot. Focus goes in, stays in, and returns. */
export function Modal({
  title,
  description,
  large = false,
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
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** Where the focus goes on closing; without it, back to where it was. */
  readonly finalFocus?: () => HTMLElement | null
  readonly dismissOutside?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly foot?: ReactNode
}) {
  return (
    <Dialog.Root
      open
      disablePointerDismissal={!dismissOutside}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className={`dialog${large ? ' dialog-large' : ''}`}
          {...(initialFocus ? { initialFocus } : {})}
          {...(finalFocus ? { finalFocus: () => finalFocus() ?? true } : {})}
        >
          <div className="dialog-head">
            <div>
              <Dialog.Title className="dialog-title">{title}</Dialog.Title>
              {description && <Dialog.Description className="soft small">{description}</Dialog.Description>}
            </div>
            <IconButton label="Close" icon={<X size={16} />} onClick={onClose} />
          </div>
          {children}
          {foot}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
