import type { Handlers } from '../../../shared/contract/types.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import type { Services } from './services.ts'

type AccountChannel =
  | 'account.connect'
  | 'account.practice'
  | 'account.replace-key'
  | 'account.update'
  | 'account.remove'
  | 'account.unlock'

/** Accounts and keys. */
export function accountHandlers(services: Services): Pick<Handlers, AccountChannel> {
  const { accounts } = services
  return {
    'account.connect': async (form) => {
      const connected = await accounts.connect(form)
      if (connected.ok) services.connected(connected.value.accountId)
      return connected
    },
    'account.practice': async () => {
      const connected = await accounts.practice()
      if (connected.ok) services.connected(connected.value.accountId)
      return connected
    },
    'account.replace-key': async ({ accountId, key, sessionOnly }) => {
      const replaced = await accounts.replaceKey(accountId, key, sessionOnly)
      if (replaced.ok) services.connected(accountId)
      return replaced
    },
    'account.update': async ({ accountId, ...form }) => accounts.update(accountId, form),
    'account.remove': async ({ accountId, confirmed }) => accounts.remove(accountId, confirmed),
    'account.unlock': async ({ accountId }) => {
      const key = await accounts.readKey(accountId)
      if (!key.ok) return err({ kind: 'key', message: key.error.message })
      services.connected(accountId)
      return ok(null)
    },
  }
}
