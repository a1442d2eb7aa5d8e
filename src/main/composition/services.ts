import { randomUUID } from 'node:crypto'
import { app, clipboard } from 'electron'
import type { RenewalTerms } from '../../shared/domain/group.ts'
import type { Quote } from '../../shared/domain/quote.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { words } from '../../shared/words/words.ts'
import { setAutostart } from '../desktop/autostart.ts'
import { chooseFile, saveParts } from '../desktop/fileDialogs.ts'
import { openLink } from '../desktop/links.ts'
import type { OpenShortcut } from '../desktop/openShortcut.ts'
import { mostFileBytes } from '../groups/files/groupFile.ts'
import { createTransfer } from '../groups/transfer.ts'
import type { QuoteProblem, Services } from '../ipc/handlers/services.ts'
import { groupMark } from '../renewals/confirmations.ts'
import { requestOf } from '../renewals/facts.ts'
import type { Store } from '../store/store.ts'
import type { VendorClient } from '../vendor/client.ts'
import type { Core } from './core.ts'
import { createHistory } from './history.ts'

/** What the contract's handlers stand on. */
export interface ServicesParts {
  readonly core: Core
  readonly store: Store
  readonly vendor: VendorClient
  /** The page asked for its first snapshot: from now on it listens. */
  readonly pageListens: () => void
  readonly windowHasFocus: () => boolean
  readonly settingsChanged: (patch: Partial<Settings>) => void
  /** True from closing on: then nothing may be written any more. */
  readonly isClosed: () => boolean
  /** The text of `Copy diagnostics`. */
  readonly diagnostics: () => string
  readonly openShortcut: OpenShortcut
  readonly updates: Services['updates']
}

/** The features as the contract's handlers call them, with the few edges of Electron that windows may reach. */
export function createServices(parts: ServicesParts): Services {
  const { core, store, vendor } = parts

  async function updateSettings(patch: Partial<Settings>): Promise<Result<void, { message: string }>> {
    const { openShortcut: keysBefore } = store.settings.get()
    if (patch.openShortcut !== undefined && !parts.openShortcut.set(patch.openShortcut)) {
      return err({ message: words().app.shortcut.notGiven(patch.openShortcut ?? '') })
    }
    const login = patch.startAtLogin === undefined ? ok(undefined) : await setAutostart(patch.startAtLogin)
    const saved = login.ok ? store.settings.update(patch) : err({ message: login.error })
    if (saved.ok) parts.settingsChanged(patch)
    else if (patch.openShortcut !== undefined) parts.openShortcut.set(keysBefore)
    core.state.changed()
    return saved
  }

  async function access(accountId: string) {
    const got = await core.accounts.access(accountId)
    return got.ok
      ? got
      : err({
          kind: 'vendor-error',
          message: got.error.message,
          vendorError: null,
          retryAfter: null,
        } as const)
  }

  async function quoteTerms(terms: RenewalTerms): Promise<Result<Quote, QuoteProblem>> {
    const got = await access(terms.accountId)
    if (!got.ok) return err({ kind: 'vendor', message: got.error.message })
    const answer = await vendor.quote(got.value, requestOf(terms))
    if (answer.kind === 'refused') return err({ kind: 'vendor', message: answer.error.message })
    if (answer.kind === 'none') return err({ kind: 'offline', message: answer.problem.message })
    return ok(answer.quote)
  }

  return {
    ...core,
    snapshot: () => {
      parts.pageListens()
      return core.state.snapshot()
    },
    windowHasFocus: parts.windowHasFocus,
    transfer: createTransfer({
      groups: core.groups,
      accountName: (accountId) => core.accounts.get(accountId)?.name ?? null,
      newId: randomUUID,
      save: (suggested, kind, text) =>
        saveParts({ title: words().groupFiles.saveTitle, suggested, kind }, () => [text]),
      choose: () => chooseFile(mostFileBytes),
    }),
    connected: (accountId) => {
      // A key that was read while the app closed leads nowhere any more.
      if (parts.isClosed()) return
      store.settings.update({ selectedAccountId: accountId })
      core.state.changed()
      void core.refresh(accountId)
    },
    groupSaved: (accountId) => void core.orders.refresh(accountId),
    history: createHistory({
      journal: store.journal,
      accountExists: (accountId) => store.accounts.get(accountId) !== null,
      overlay: core.renewals.unsaved.overlay,
      save: (suggested, lines) =>
        saveParts({ title: words().groupFiles.saveHistory, suggested, kind: 'csv' }, lines),
      ownTurn: () => new Promise((resolve) => setImmediate(resolve)),
      now: Date.now,
    }),
    quote: async (groupId) => {
      const group = core.groups.get(groupId)
      if (!group) return err({ kind: 'not-found', message: words().groupRefusals.gone })
      const quoted = await quoteTerms(group)
      if (!quoted.ok) return quoted
      const now = core.groups.get(groupId)
      // A price of a group that was changed meanwhile is nothing to compare the next one with.
      if (now && groupMark(now) === groupMark(group)) core.groups.priceShown(groupId, quoted.value.price)
      return quoted
    },
    quoteTerms,
    periods: async (accountId, proxyType) => {
      const got = await access(accountId)
      return got.ok ? vendor.periods(got.value, proxyType) : got
    },
    promoCodes: async (accountId) => {
      const got = await access(accountId)
      return got.ok ? vendor.promoCodes(got.value) : got
    },
    updateSettings,
    updates: parts.updates,
    dismissNotice: core.notices.dismiss,
    openLink: (link) => void openLink(link, app.getPath('userData')),
    copyText: (text) => clipboard.writeText(text),
    copyDiagnostics: () => clipboard.writeText(parts.diagnostics()),
  }
}
