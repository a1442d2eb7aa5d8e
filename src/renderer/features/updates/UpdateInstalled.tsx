import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { updateStep } from './updateActions.ts'

/** Another version was installed: the press that starts it; `restarting`: that it waits for what pays, and the way back. */
export function UpdateInstalled({ restarting }: { readonly restarting: boolean }) {
  const { updates: words } = pageWords()
  const press = restarting ? 'update.cancel' : 'update.restart'
  return (
    <Panel
      tone="good"
      title={restarting ? words.restarting : words.installed}
      actions={
        <Button onClick={() => void updateStep(press)}>{restarting ? words.cancel : words.restart}</Button>
      }
    >
      {restarting ? words.restartingText : words.installedText}
    </Panel>
  )
}
