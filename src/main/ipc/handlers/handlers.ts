import type { Handlers } from '../../../shared/contract/types.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { accountHandlers } from './accountHandlers.ts'
import { dueHandlers } from './dueHandlers.ts'
import { groupHandlers } from './groupHandlers.ts'
import { renewalHandlers } from './renewalHandlers.ts'
import type { Services } from './services.ts'
import { updateHandlers } from './updateHandlers.ts'
import { vendorHandlers } from './vendorHandlers.ts'

/** A handler for every channel of the contract, over the features; complete by type. */
export function createHandlers(services: Services): Handlers {
  return {
    ...accountHandlers(services),
    ...groupHandlers(services),
    ...renewalHandlers(services),
    ...dueHandlers(services),
    ...vendorHandlers(services),
    ...updateHandlers(services),
    'snapshot.get': async () => ok(services.snapshot()),
    'settings.update': async (patch) => {
      const saved = await services.updateSettings(withoutUndefined(patch))
      return saved.ok ? ok(null) : err({ kind: 'disk', message: saved.error.message })
    },
    'notice.dismiss': async ({ id }) => {
      services.dismissNotice(id)
      return ok(null)
    },
    'link.open': async ({ link }) => {
      services.openLink(link)
      return ok(null)
    },
    'diagnostics.copy': async () => {
      services.copyDiagnostics()
      return ok(null)
    },
    'text.copy': async ({ text }) => {
      services.copyText(text)
      return ok(null)
    },
  }
}

/** A patch names only what it changes: a key that is there without a value would clear a setting. */
function withoutUndefined<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.fromEntries(named) as { [K in keyof T]: Exclude<T[K], undefined> }
}
