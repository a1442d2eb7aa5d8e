import type { Settings } from '../../../shared/domain/settings.ts'
import { call } from '../../state/bridge.ts'
import { tellProblem } from '../../state/messages.ts'
import { pageWords } from '../../words/pageWords.ts'

/** Changes settings of the whole app; what goes wrong is told. */
export async function updateSettings(patch: Partial<Settings>): Promise<void> {
  const answer = await call('settings.update', patch)
  if (!answer.ok) tellProblem(pageWords().settings.notSaved, answer.error.message, 'settings')
}
