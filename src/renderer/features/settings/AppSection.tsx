import { call } from '../../state/bridge.ts'
import { tellProblem } from '../../state/messages.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { ResetSetting } from './ResetSetting.tsx'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'
import { updateSettings } from './updateSettings.ts'

/** What is set for the whole app, and what this installation is. */
export function AppSection() {
  const words = pageWords()
  const { app } = words.settings
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: app.themes[value] }))
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const about = useSnapshot((snapshot) => snapshot.about)
  const openFolder = async () => {
    const answer = await call('link.open', { link: 'data-folder' })
    if (!answer.ok) tellProblem(app.folderFailed, answer.error.message, 'data-folder')
  }
  const login = {
    label: app.login,
    hint: about.hasTray ? app.hidden : app.noTray,
  }
  return (
    <Section title={app.title}>
      <Setting words={`${app.theme} ${themes.map(({ label }) => label).join(' ')}`}>
        <Segments
          label={app.theme}
          choices={themes}
          value={settings.theme}
          onChange={(theme) => void updateSettings({ theme })}
        />
      </Setting>
      <Setting words={`${login.label} ${login.hint}`}>
        <Switch
          {...login}
          checked={settings.startAtLogin}
          onChange={(startAtLogin) => void updateSettings({ startAtLogin })}
        />
      </Setting>
      <Setting words={`${words.settings.elsewhere} ${words.keys.open}`}>
        <div className="about">
          <p className="field-label">{app.folder}</p>
          <p className="soft small mono untrusted">{about.dataFolder}</p>
          <div className="account-actions">
            <Button onClick={() => void openFolder()}>{app.openFolder}</Button>
            <Button onClick={() => void call('link.open', { link: 'vendor' })}>{app.site}</Button>
            <Button aria-keyshortcuts="?" onClick={() => setUi({ keysOpen: true })}>
              {words.keys.open}
            </Button>
          </div>
        </div>
      </Setting>
      <Setting words={`${words.settings.reset.title} ${words.settings.reset.reset}`}>
        <ResetSetting />
      </Setting>
      <Setting words={words.settings.about}>
        <p className="faint small num">Leasebar {about.version}</p>
      </Setting>
    </Section>
  )
}
