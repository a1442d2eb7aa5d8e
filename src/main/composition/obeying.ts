import { safely } from '../../shared/safely.ts'
import { words } from '../../shared/words/words.ts'
import { type CommandReply, commandSchema, exitCodes, said } from '../commands/command.ts'
import { obey } from '../commands/obey.ts'
import { fetchAndAnswer } from '../desktop/commandSocket.ts'
import { errorName } from '../ipc/words.ts'
import type { Store } from '../store/store.ts'
import type { Core } from './core.ts'
import type { createShowing } from './showing.ts'

/** What commands of scripts act on. */
export interface ObeyingParts {
  readonly core: Core
  readonly store: Pick<Store, 'settings'>
  readonly showing: ReturnType<typeof createShowing>
  /** True once quitting has begun: nothing is begun any more. */
  readonly isClosing: () => boolean
  readonly log: (line: string) => void
}

/** Fetches the command that a script laid out at a place, carries it out, and brings the answer there. */
export function createObeying({ core, store, showing, isClosing, log }: ObeyingParts) {
  const parts = {
    accounts: core.accounts.list,
    groups: core.groups.list,
    selectedAccountId: () => store.settings.get().selectedAccountId,
    renew: (groupId: string) => core.renewals.start(groupId, 'command-line'),
    ask: (accountId: string, { question }: Parameters<Parameters<typeof obey>[0]['ask']>[1]) =>
      showing.open({ accountId, groupId: question.groupId, question }),
    readBalance: core.balance.refresh,
    balance: core.balance.money,
    show: (accountId: string) => showing.open({ accountId }),
  }

  async function reply(line: string): Promise<CommandReply> {
    if (isClosing()) return said(exitCodes.notDone, words().commands.ending)
    const command = safely(commandSchema, parsed(line))
    if (!command.success) return said(exitCodes.usage, words().commands.usage.name)
    try {
      return await obey(parts, command.data)
    } catch (error) {
      log(`a command failed: ${errorName(error)}`)
      // A bug may have struck after the money went: nobody is to take it for unpaid.
      const exit = command.data.kind === 'renew' ? exitCodes.unknown : exitCodes.notDone
      return said(exit, words().commands.failed)
    }
  }

  return async (place: string): Promise<void> => {
    await fetchAndAnswer(place, async (line) => JSON.stringify(await reply(line)))
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
