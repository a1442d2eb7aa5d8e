import type { Release } from '../../../shared/domain/updates.ts'
import { call } from '../../state/bridge.ts'
import { announce, tellProblem } from '../../state/messages.ts'
import { focusSoon } from '../../ui/focusSoon.ts'
import { pageWords } from '../../words/pageWords.ts'
import { updateSettings } from '../settings/updateSettings.ts'

const about = 'updates'
/** Of the box that tells how far it is, where there is one: its buttons change under whoever presses them. */
export const updateBoxId = 'updates'

type UpdateCall = 'update.check' | 'update.download' | 'update.cancel' | 'update.restart' | 'update.show-file'

/** Asks main for one of the steps; what comes of it is in the snapshot. Whoever pressed goes on at the new buttons. */
export async function updateStep(channel: UpdateCall): Promise<void> {
  const answer = await call(channel, null)
  if (!answer.ok) tellProblem(pageWords().updates.notDone, answer.error.message, about)
  focusSoon(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    return isLost ? document.querySelector<HTMLElement>(`#${updateBoxId} button`) : null
  })
}

/** Not to be told of this version any more. */
export async function skipVersion({ version }: Release): Promise<void> {
  await updateSettings({ skippedVersion: version })
}

/** Puts the command that installs the package into the clipboard. */
export async function copyCommand(command: string): Promise<void> {
  const { updates } = pageWords()
  const answer = await call('text.copy', { text: command })
  if (answer.ok) announce(updates.copied)
  else tellProblem(updates.notDone, answer.error.message, about)
}
