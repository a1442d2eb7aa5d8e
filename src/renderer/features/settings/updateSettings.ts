import type { Settings } from '../../../shared/domain/settings.ts'
import { call } from '../../state/bridge.ts'
import { tellProblem } from '../../state/messages.ts'

/** Changes settings of the whole app; what goes wrong is told. */
export async function updateSettings(patch: Partial<Settings>): Promise<void> {
  const answer = await call('settings.update', patch)
  if (!answer.ok) tellProblem('The setting was not saved', answer.error.message, 'settings')
}
