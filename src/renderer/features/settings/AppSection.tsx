import { type LanguageChoice, languageChoices } from '../../../shared/words/language.ts'
import { call } from '../../state/bridge.ts'
import { announce, show, tellProblem } from '../../state/messages.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { focusSoon } from '../../ui/focusSoon.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { ResetSetting } from './ResetSetting.tsx'
import { Section } from './Section.tsx'
import { Setting } from './Setting.tsx'
import { ShortcutField } from './ShortcutField.tsx'
import { updateSettings } from './updateSettings.ts'

const languageId = 'language'

/** Takes another language; the window is drawn anew in it, and whoever chose goes on where they were. */
async function speakIn(language: LanguageChoice): Promise<void> {
  await updateSettings({ language })
  focusSoon(() => document.querySelector<HTMLElement>(`#${languageId} input:checked`))
}

/** `Copy diagnostics`: for whoever is asked for help. */
async function copyDiagnostics(): Promise<void> {
  const { app } = pageWords().settings
  const about = 'diagnostics'
  const answer = await call('diagnostics.copy', null)
  if (!answer.ok) return tellProblem(app.notCopied, answer.error.message, about)
  announce(app.copied)
  show({ kind: 'note', title: app.copied, text: '', about, action: null })
}

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
  const choices = languageChoices.map((value) => ({ value, label: app.languages[value] }))
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
      <Setting words={`${app.language} ${choices.map(({ label }) => label).join(' ')}`}>
        <div id={languageId}>
          <Segments
            label={app.language}
            choices={choices}
            value={settings.language}
            onChange={(language) => void speakIn(language)}
          />
        </div>
      </Setting>
      <Setting words={`${login.label} ${login.hint}`}>
        <Switch
          {...login}
          checked={settings.startAtLogin}
          onChange={(startAtLogin) => void updateSettings({ startAtLogin })}
        />
      </Setting>
      <Setting words={`${app.shortcut.label} ${app.shortcut.hint}`}>
        <ShortcutField />
      </Setting>
      <Setting words={`${words.settings.elsewhere} ${app.diagnostics} ${words.keys.open}`}>
        <div className="about">
          <p className="field-label">{app.folder}</p>
          <p className="soft small mono untrusted">{about.dataFolder}</p>
          <div className="account-actions">
            <Button onClick={() => void openFolder()}>{app.openFolder}</Button>
            <Button onClick={() => void call('link.open', { link: 'vendor' })}>{app.site}</Button>
            <Button onClick={() => void copyDiagnostics()}>{app.diagnostics}</Button>
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
