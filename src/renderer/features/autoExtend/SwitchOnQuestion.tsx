import { useEffect, useRef } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { useNow } from '../../state/now.ts'
import { useBalance } from '../../state/selectors.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { questionWords } from './autoExtendWords.ts'

/**
 * What switching on means, in its place and not over everything: whose doing it is, when, for how long, and what the
 * balance must hold. It takes the focus, so that it is read before it is answered.
 */
export function SwitchOnQuestion({
  view,
  onYes,
  onNo,
}: {
  readonly view: GroupView
  readonly onYes: () => void
  readonly onNo: () => void
}) {
  const box = useRef<HTMLFieldSetElement>(null)
  const words = pageWords().autoExtend.question
  const now = useNow()
  const balance = useBalance(view.group.accountId)?.money ?? null
  const [title, ...paragraphs] = questionWords(view, balance, now)
  useEffect(() => {
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <fieldset
      ref={box}
      aria-label={words.label}
      tabIndex={-1}
      className="auto-extend-question num"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onNo()
      }}
    >
      <Panel
        tone="info"
        title={title}
        actions={
          <>
            <Button look="soft" careful onClick={onYes}>
              {words.yes}
            </Button>
            <Button look="ghost" onClick={onNo}>
              {words.no}
            </Button>
          </>
        }
      >
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Panel>
    </fieldset>
  )
}
