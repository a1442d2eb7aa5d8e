import { ChevronDown, CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { dismiss, type Message, useMessages } from '../state/messages.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { pageWords } from '../words/pageWords.ts'

/** How long a note stays; longer than an eye needs, for it may carry `Undo`. */
const noteStays = 15_000

/**
 * Messages at the window's foot, the newest on top. They take room of their own instead of lying over anything, so
 * they never cover a control. Notes, which may carry `Undo`, stand above what scrolls and are never cut. Beside them
 * the window's one `status` element, which says outcomes to screen readers once.
 */
export function MessageLane() {
  const messages = useMessages((state) => state.messages)
  const said = useMessages((state) => state.said)
  const notes = messages.filter((message) => message.kind === 'note')
  const stay = messages.filter((message) => message.kind !== 'note')
  return (
    <>
      <div className="vh" role="status" aria-atomic="false">
        {said.map((one) => (
          <p key={one.id}>{one.text}</p>
        ))}
      </div>
      {messages.length > 0 && (
        <div className="lane">
          {notes.map((message) => (
            <Note key={message.id} message={message} />
          ))}
          {stay.length > 0 && (
            <div className="lane-scroll scroll">
              {stay.map((message, index) => (
                <Staying key={message.id} message={message} newest={index === 0} />
              ))}
            </div>
          )}
        </div>
      )}
    </>
  )
}

/** A message that goes by itself. */
function Note({ message }: { readonly message: Message }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Reading it, or reaching for its button, holds the message.
    const leave = () => {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, 2_000)
      else dismiss(message.id)
    }
    let timer = setTimeout(leave, noteStays)
    return () => clearTimeout(timer)
  }, [message.id])
  return (
    <div ref={box} className="lane-message">
      <CircleCheck size={16} aria-hidden="true" />
      <div className="lane-words">
        <span className="panel-title">{message.title}</span>{' '}
        {message.text !== '' && <span className="soft untrusted">{message.text}</span>}
      </div>
      <div className="lane-actions">
        <MessageButtons message={message} />
      </div>
    </div>
  )
}

/** A message that stays until dismissed: one line, the newest some more; what is longer unfolds. */
function Staying({ message, newest }: { readonly message: Message; readonly newest: boolean }) {
  const [unfolded, setUnfolded] = useState(false)
  const { words, cut } = useCut()
  const { app } = pageWords()
  const alert = message.kind === 'alert'
  const Icon = alert ? CircleAlert : TriangleAlert
  const lines = unfolded ? '' : newest ? ' lane-newest' : ' lane-folded'
  return (
    <div className={`lane-message lane-${message.kind}`}>
      <Icon size={16} aria-hidden="true" />
      <div className={`lane-words${lines}`} role={alert ? 'alert' : undefined} ref={words}>
        <span className="panel-title">{message.title}</span>{' '}
        <span className="soft untrusted">{message.text}</span>
      </div>
      <div className="lane-actions">
        {(cut || unfolded) && (
          <IconButton
            label={unfolded ? app.showLess : app.showAll}
            icon={<ChevronDown size={14} className="lane-chevron" />}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          />
        )}
        <MessageButtons message={message} />
      </div>
    </div>
  )
}

/** Whether an element's text does not fit into its lines; looked at again when its size changes. */
function useCut() {
  const words = useRef<HTMLDivElement>(null)
  const [cut, setCut] = useState(false)
  useLayoutEffect(() => {
    const box = words.current
    if (!box) return
    const look = () => setCut(box.scrollHeight > box.clientHeight + 1)
    const observer = new ResizeObserver(look)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return { words, cut }
}

function MessageButtons({ message }: { readonly message: Message }) {
  return (
    <>
      {message.action && (
        <Button
          look="ghost"
          onClick={() => {
            dismiss(message.id)
            message.action?.run()
          }}
        >
          {message.action.label}
        </Button>
      )}
      <IconButton
        label={pageWords().app.dismiss}
        icon={<X size={14} />}
        onClick={() => dismiss(message.id)}
      />
    </>
  )
}
