import { create } from 'zustand'
import type { ImportChoice } from '../../shared/contract/groupFiles.ts'
import type { GuardQuestion } from '../../shared/contract/types.ts'
import type { GroupDraft } from '../../shared/domain/group.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'

/** The window's three views. */
export type ViewName = 'groups' | 'history' | 'settings'

/** What the group editor was opened for. */
export type EditorTarget =
  | { readonly kind: 'new'; readonly prefill: Partial<GroupDraft> }
  | { readonly kind: 'edit'; readonly groupId: string }

/** What `Pick from orders` was opened for. */
export interface PickTarget {
  /** It opens on the orders that are in no group. */
  readonly ungrouped: boolean
}

/** The guard's question on the screen. */
export interface OpenQuestion {
  readonly question: GuardQuestion
  /** What was confirmed before, when the findings have grown meanwhile; else empty. */
  readonly seen: GuardQuestion['findings']
}

/** What this window shows and remembers; nothing of it is the truth. */
export interface UiState {
  readonly view: ViewName
  /** Chosen in this window; null: what the settings say. */
  readonly accountId: string | null
  readonly chosenGroupId: string | null
  /** Groups that are selected in the list, to be renewed in one go; some may be gone by now. */
  readonly selectedGroupIds: ReadonlySet<string>
  /** The group from which a range is selected; null: none was selected yet. */
  readonly selectionFrom: string | null
  /** A group whose row is to be brought into sight, without choosing it: the focus goes there next. */
  readonly revealedGroupId: string | null
  /** In a narrow window: the chosen group's detail stands in place of the list. */
  readonly detailOpen: boolean
  readonly search: string
  readonly editor: EditorTarget | null
  /** `Pick from orders`; it waits, with its ticks, behind an editor that it opened. */
  readonly picking: PickTarget | null
  /** `Balance history` of the chosen account. */
  readonly balanceOpen: boolean
  /** A file of groups that was chosen to import: what it would bring, or why it is not taken. */
  readonly importing: ImportChoice | null
  readonly guard: OpenQuestion | null
  readonly addingAccount: boolean
  /** The list of all keys. */
  readonly keysOpen: boolean
  /** `Renew all due` goes on while its dialog is out of sight. */
  readonly dueHidden: boolean
  /** Account whose key is being entered again. */
  readonly keyFor: string | null
  /** Groups whose `Renew` was clicked and not answered yet. */
  readonly pending: ReadonlySet<string>
  /** Renewals that ended while this window was there, by group: their receipts stand in the rows. */
  readonly fresh: ReadonlyMap<string, Renewal>
  /** The renewal that History opens on. */
  readonly historyRenewalId: string | null
  /** Grows with every ended or settled renewal, so that the history reads itself again. */
  readonly historyStamp: number
}

/** Nothing is selected in the list. */
export const nothingSelected = { selectedGroupIds: new Set<string>(), selectionFrom: null } as const

/** The state of a window that just opened. */
export const initialUi: UiState = {
  view: 'groups',
  accountId: null,
  chosenGroupId: null,
  ...nothingSelected,
  revealedGroupId: null,
  detailOpen: false,
  search: '',
  editor: null,
  picking: null,
  balanceOpen: false,
  importing: null,
  guard: null,
  addingAccount: false,
  keysOpen: false,
  dueHidden: false,
  keyFor: null,
  pending: new Set(),
  fresh: new Map(),
  historyRenewalId: null,
  historyStamp: 0,
}

/** The ui store. */
export const useUi = create<UiState>(() => initialUi)

/** Changes a part of what the window shows. */
export function setUi(patch: Partial<UiState>): void {
  useUi.setState(patch)
}

/** Marks a group's `Renew` as clicked, or as answered. */
export function setPending(groupId: string, on: boolean): void {
  useUi.setState((state) => {
    const pending = new Set(state.pending)
    if (on) pending.add(groupId)
    else pending.delete(groupId)
    return { pending }
  })
}

/** Puts a renewal's receipt into its group's row, or takes it away. */
export function setFresh(groupId: string, renewal: Renewal | null): void {
  useUi.setState((state) => {
    const fresh = new Map(state.fresh)
    if (renewal) fresh.set(groupId, renewal)
    else fresh.delete(groupId)
    return { fresh }
  })
}

/** Shows a view; leaves the narrow window's detail. */
export function showView(view: ViewName): void {
  useUi.setState({ view, detailOpen: false, historyRenewalId: null })
}
