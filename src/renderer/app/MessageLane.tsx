import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dismiss, type Message, useMessages } from '../state/messages.ts'
import { Button, IconButton } from '../ui/Button.tsx'

/** How long a note stays; longer than an eye needs, for it may carry `Undo`. */
const noteStays = 15_000

/**
 * Messages at the window's foot. They take room of their own instead of lying over anything, so they never cover a
 * control. Beside them the window's one `status` element, which says outcomes to screen readers once.
 */
export function MessageLane() {
  const messages = useMessages((state) => state.messages)
  const said = useMessages((state) => state.said)
  return (
    <>
      <div className="vh" role="status" aria-atomic="false">
        {said.map((one) => (
          <p key={one.id}>{one.text}</p>
        ))}
      </div>
      {messages.length > 0 && (
        <div className="lane scroll">
          {messages.map((message) => (
            <LaneMessage key={message.id} message={message} />
          ))}
        </div>
      )}
    </>
  )
}

function LaneMessage({ message }: { readonly message: Message }) {
  const alert = message.kind === 'alert'
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (alert || held) return
    const timer = setTimeout(() => dismiss(message.id), noteStays)
    return () => clearTimeout(timer)
  }, [alert, held, message.id])
  const Icon = alert ? CircleAlert : CircleCheck
  return (
    // Reading or reaching for the button holds the message.
    <div
      className={`lane-message${alert ? ' lane-alert' : ''}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden="true" />
      <div className="lane-words" role={alert ? 'alert' : undefined}>
        <p className="panel-title">{message.title}</p>
        {message.text !== '' && <p className="soft untrusted">{message.text}</p>}
      </div>
      {message.action && (
        <Button
          look="ghost"
          onClick={() => {
            message.action?.run()
            dismiss(message.id)
          }}
        >
          {message.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<X size={14} />} onClick={() => dismiss(message.id)} />
    </div>
  )
}
