import { defaultSettings } from '../../../shared/domain/rules/defaultSettings.ts'
import type { Settings, SettingsPatch } from '../../../shared/domain/settings.ts'
import { call } from '../../state/bridge.ts'
import { announce, show, tellProblem } from '../../state/messages.ts'
import { pageWords } from '../../words/pageWords.ts'

const about = 'settings-reset'

/** What is no setting to a person, though it is stored with them: where they are, and what they were told once. */
const kept: readonly (keyof Settings)[] = ['selectedAccountId', 'toldStillInTray']

/** What a reset changes, and what takes it back: only the settings that are not as they were at first. */
export function resetOf(settings: Settings): { readonly patch: SettingsPatch; readonly back: SettingsPatch } {
  const patch: SettingsPatch = { ...defaultSettings }
  const back: SettingsPatch = { ...settings }
  for (const key of Object.keys(defaultSettings) as (keyof Settings)[]) {
    const isSame = JSON.stringify(settings[key]) === JSON.stringify(defaultSettings[key])
    if (!isSame && !kept.includes(key)) continue
    delete patch[key]
    delete back[key]
  }
  return { patch, back }
}

/** Sets all settings back to how they were at first, and offers to undo that. */
export async function resetSettings(settings: Settings): Promise<void> {
  const words = pageWords().settings.reset
  const { patch, back } = resetOf(settings)
  const answer = await call('settings.update', patch)
  if (!answer.ok) return tellProblem(words.failed, answer.error.message, about)
  announce(words.done)
  const undo = { label: words.undo, run: () => void undoReset(back) }
  show({ kind: 'note', title: words.done, text: words.kept, about, action: undo })
}

async function undoReset(back: SettingsPatch): Promise<void> {
  const words = pageWords().settings.reset
  const answer = await call('settings.update', back)
  if (answer.ok) announce(words.undone)
  else tellProblem(words.notUndone, answer.error.message, about)
}
