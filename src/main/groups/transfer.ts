import type { ContractError } from '../../shared/contract/errors.ts'
import type { ImportChoice, PlannedGroupView } from '../../shared/contract/groupFiles.ts'
import type { Group } from '../../shared/domain/group.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import type { FileProblem } from './files/fileGroup.ts'
import { fileGroupOf } from './files/fileGroup.ts'
import { type GroupFileKind, readGroupFile, writeGroupFile } from './files/groupFile.ts'
import { importPlan, type PlannedGroup } from './files/importPlan.ts'
import { freeName, type Groups } from './groups.ts'

/** A file that a person chose. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What bringing groups in and out needs of the rest. */
export interface TransferParts {
  readonly groups: Pick<Groups, 'list' | 'addAll'>
  readonly accountName: (accountId: string) => string | null
  readonly newId: () => string
  /** Asks where to, and writes there; gives the path, or null where the person changed their mind. */
  readonly save: (
    suggested: string,
    kind: GroupFileKind,
    text: string,
  ) => Promise<Result<string | null, FileTrouble>>
  /** Asks which one, and reads it; null where the person changed their mind. */
  readonly choose: () => Promise<Result<ChosenFile | null, FileTrouble>>
}

/** Why a file could not be written or read, in words. */
export interface FileTrouble {
  readonly message: string
}

/** A file that was looked at and waits for the person's yes. */
interface Waiting {
  readonly id: string
  readonly accountId: string
  readonly plan: readonly PlannedGroup[]
}

/** The most groups there may be, over all accounts (contract: snapshot). */
const mostGroups = 5000
/** The most lines of a refused file that are shown. */
const mostProblems = 50

/** Exports groups to a file, and imports them from one after they were looked at. */
export function createTransfer(parts: TransferParts) {
  let waiting: Waiting | null = null

  const own = (accountId: string): readonly Group[] =>
    parts.groups.list().filter((group) => group.accountId === accountId)
  const planFor = (accountId: string, groups: Parameters<typeof importPlan>[0]) =>
    importPlan(groups, own(accountId), freeName)

  return {
    /** Writes an account's groups where the person wants them; null where they changed their mind. */
    async exportGroups(
      accountId: string,
      kind: GroupFileKind,
    ): Promise<Result<{ path: string; count: number } | null, ContractError>> {
      const name = parts.accountName(accountId)
      if (name === null) return err({ kind: 'not-found', message: words().groupFiles.accountGone })
      const groups = own(accountId)
      const text = writeGroupFile(kind, groups.map(fileGroupOf))
      const saved = await parts.save(`${fileName(name)}.${kind}`, kind, text)
      if (!saved.ok) return err({ kind: 'disk', message: saved.error.message })
      return ok(saved.value === null ? null : { path: saved.value, count: groups.length })
    },
    /** Has the person choose a file and says what it would bring; changes nothing. Null where they changed their mind. */
    async chooseImport(accountId: string): Promise<Result<ImportChoice | null, ContractError>> {
      const chosen = await parts.choose()
      if (!chosen.ok) return err({ kind: 'disk', message: chosen.error.message })
      if (chosen.value === null) return ok(null)
      const { name: file, bytes } = chosen.value
      const read = readGroupFile(bytes)
      if (!read.ok) return ok(refused(file, read.error))
      const plan = planFor(accountId, read.value)
      const room = mostGroups - parts.groups.list().length
      if (plan.length > mostGroups || plan.filter(isAdded).length > room) {
        return ok(refused(file, [{ line: null, reason: words().groupFiles.tooMany(mostGroups, room) }]))
      }
      waiting = { id: parts.newId(), accountId, plan }
      return ok({ kind: 'plan', importId: waiting.id, file, groups: plan.map(viewOf) })
    },
    /** Adds what was looked at; gives the new groups' ids. Refused where the groups have changed since. */
    importGroups(importId: string): Result<{ groupIds: string[] }, ContractError> {
      if (waiting?.id !== importId) {
        return err({ kind: 'not-found', message: words().groupFiles.importGone })
      }
      const { accountId, plan } = waiting
      waiting = null
      const now = planFor(
        accountId,
        plan.map(({ group }) => group),
      )
      if (now.some(({ fate, name }, at) => fate !== plan[at]?.fate || name !== plan[at]?.name)) {
        return err({ kind: 'asks', message: words().groupFiles.changedSince })
      }
      const added = parts.groups.addAll(
        accountId,
        now.filter(isAdded).map(({ name, group }) => ({ ...group, name, orderIds: [...group.orderIds] })),
      )
      return added.ok ? ok({ groupIds: added.value.map(({ id }) => id) }) : added
    },
  }
}

/** Bringing groups in and out, as others call it. */
export type Transfer = ReturnType<typeof createTransfer>

function isAdded({ fate }: PlannedGroup): boolean {
  return fate !== 'same'
}

function viewOf({ fate, name, group }: PlannedGroup): PlannedGroupView {
  const { proxyType, orderIds, rentPeriodDays, promoCode } = group
  return { fate, name, wasName: group.name, proxyType, orders: orderIds.length, rentPeriodDays, promoCode }
}

function refused(file: string, problems: readonly FileProblem[]): ImportChoice {
  const shown = problems
    .slice(0, mostProblems)
    .map(({ line, reason }) => ({ line, reason: reason.slice(0, 600) }))
  return { kind: 'refused', file, problems: shown, more: problems.length - shown.length }
}

/** A name of an account as a file may be called on every system. */
function fileName(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N}._-]+/gu, ' ')
    .trim()
    .slice(0, 40)
    .replace(/[. ]+$/, '')
  return words().groupFiles.groupsName(plain)
}
