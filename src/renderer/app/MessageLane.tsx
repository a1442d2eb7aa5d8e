import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
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
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (alert) return
    // Reading it, or reaching for its button, holds the message.
    const leave = () => {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, 2_000)
      else dismiss(message.id)
    }
    let timer = setTimeout(leave, noteStays)
    return () => clearTimeout(timer)
  }, [alert, message.id])
  const Icon = alert ? CircleAlert : CircleCheck
  return (
    <div ref={box} className={`lane-message${alert ? ' lane-alert' : ''}`}>
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
