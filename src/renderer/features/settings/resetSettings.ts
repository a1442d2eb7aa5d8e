import {
  defaultSettings,
  type Settings,
  type SettingsPatch,
  settingsPatchSchema,
} from '../../../shared/domain/settings.ts'
import { call } from '../../state/bridge.ts'
import { announce, show, tellProblem } from '../../state/messages.ts'
import { pageWords } from '../../words/pageWords.ts'

const about = 'settings-reset'

/** What is no setting to a person, though it is stored with them: where they are, and what they were told once. */
const kept: readonly string[] = ['selectedAccountId', 'toldStillInTray'] satisfies (keyof Settings)[]

/** What a reset changes, and what takes it back: only the settings that are not as they were at first. */
export function resetOf(settings: Settings): {
  readonly patch: SettingsPatch
  readonly back: SettingsPatch
} {
  const now = Object.entries(settings)
  const first = new Map<string, unknown>(Object.entries(defaultSettings))
  const changed = now.filter(
    ([key, value]) => !kept.includes(key) && JSON.stringify(value) !== JSON.stringify(first.get(key)),
  )
  return {
    patch: settingsPatchSchema.parse(Object.fromEntries(changed.map(([key]) => [key, first.get(key)]))),
    back: settingsPatchSchema.parse(Object.fromEntries(changed)),
  }
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
