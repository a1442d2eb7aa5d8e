import { useSnapshot } from '../../state/snapshotStore.ts'
import { Button } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { resetOf, resetSettings } from './resetSettings.ts'

/** Sets the app's settings back; says what stays. Not to be pressed where nothing was changed. */
export function ResetSetting() {
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const words = pageWords().settings.reset
  const unchanged = Object.keys(resetOf(settings).patch).length === 0
  return (
    <div className="about">
      <p className="field-label">{words.title}</p>
      <p className="soft small">{unchanged ? words.nothing : words.kept}</p>
      <div className="account-actions">
        <Button disabled={unchanged} onClick={() => void resetSettings(settings)}>
          {words.reset}
        </Button>
      </div>
    </div>
  )
}
