import { useState } from 'react'
import { acceleratorOf } from '../../../shared/domain/rules/shortcut.ts'
import { call } from '../../state/bridge.ts'
import { announce } from '../../state/messages.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { pageWords } from '../../words/pageWords.ts'

/** The keys that open the window from anywhere: pressed, not typed. Backspace takes them away. */
export function ShortcutField() {
  const { shortcut } = pageWords().settings.app
  const saved = useSnapshot((snapshot) => snapshot.settings.openShortcut)
  const [error, setError] = useState<string>()

  async function save(openShortcut: string | null): Promise<void> {
    const answer = await call('settings.update', { openShortcut })
    setError(answer.ok ? undefined : answer.error.message)
    if (answer.ok) announce(openShortcut === null ? shortcut.none : shortcut.set(openShortcut))
  }

  return (
    <Field label={shortcut.label} hint={shortcut.hint} error={error}>
      {(control) => (
        <div className="shortcut">
          <input
            {...control}
            className="input"
            readOnly
            value={saved ?? ''}
            placeholder={shortcut.none}
            onKeyDown={(event) => {
              if (event.key === 'Tab' || event.key === 'Escape') return
              event.preventDefault()
              if (event.key === 'Backspace' || event.key === 'Delete') return void save(null)
              const pressed = acceleratorOf(event)
              if (pressed !== null) void save(pressed)
            }}
          />
          {saved !== null && <Button onClick={() => void save(null)}>{shortcut.clear}</Button>}
        </div>
      )}
    </Field>
  )
}
