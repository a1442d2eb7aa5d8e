import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../../../shared/contract/types.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { words } from '../../../shared/words/words.ts'
import type { Services } from './services.ts'

type UpdateChannel =
  | 'update.check'
  | 'update.download'
  | 'update.cancel'
  | 'update.restart'
  | 'update.show-file'

/** Newer versions of Leasebar. What takes its time is answered at once: the snapshot tells how far it is. */
export function updateHandlers({ updates }: Services): Pick<Handlers, UpdateChannel> {
  return {
    'update.check': async () => {
      void updates.look()
      return ok(null)
    },
    'update.download': async () => begun(updates.download()),
    'update.restart': async () => begun(updates.restart()),
    'update.cancel': async () => {
      updates.cancel()
      return ok(null)
    },
    'update.show-file': async () => (updates.showFile() ? ok(null) : refused(words().updates.nothingReady)),
  }
}

/** The refusal where it comes at once, else that it has begun. */
async function begun(work: Promise<Result<null, string>>): Promise<Result<null, ContractError>> {
  const first = await Promise.race([work, Promise.resolve(null)])
  return first === null || first.ok ? ok(null) : refused(first.error)
}

function refused(message: string): Result<never, ContractError> {
  return err({ kind: 'not-found', message })
}
