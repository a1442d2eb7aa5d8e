import { create } from 'zustand'
import type { GroupView } from '../../shared/contract/snapshot.ts'
import type { Outcome } from '../../shared/domain/rules/outcomes.ts'

/** A message in the lane at the window's foot. */
export interface Message {
  readonly id: number
  /**
   * `alert` says what went wrong and stays until dismissed. `warning` stays too; the status element says it, so it is
   * no alert of its own and is heard once. `note` goes by itself.
   */
  readonly kind: 'note' | 'warning' | 'alert'
  readonly title: string
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
  /** What it is about: a new message about the same takes its place. */
  readonly about: string | null
  /** The renewal it tells of: once that one is looked at or settled, or a newer one ended, it goes. */
  readonly renewal?: { readonly id: string; readonly startedAt: number; readonly outcome: Outcome | null }
}

/** What is said: messages to see, and words for screen readers. */
export interface MessageState {
  /** The newest first. */
  readonly messages: readonly Message[]
  /** The last few announcements, each read out once. */
  readonly said: readonly { readonly id: number; readonly text: string }[]
}

/** The message store. */
export const useMessages = create<MessageState>(() => ({ messages: [], said: [] }))

let nextId = 1

/** Has a screen reader say something once, by the window's one `status` element. */
export function announce(text: string): void {
  const id = nextId++
  useMessages.setState((state) => ({ said: [...state.said.slice(-2), { id, text }] }))
}

/** The newest few of each sort. What carries an action, such as `Undo`, never goes to make room. */
function bounded(messages: readonly Message[]): Message[] {
  const plain = (kind: 'note' | 'other') =>
    messages
      .filter((one) => one.action === null && (one.kind === 'note') === (kind === 'note'))
      .slice(0, kind === 'note' ? 2 : 12)
  const kept = new Set([...plain('note'), ...plain('other')])
  return messages.filter((one) => one.action !== null || kept.has(one))
}

/** Shows a message above the others; gives its id. */
export function show(message: Omit<Message, 'id'>): number {
  const id = nextId++
  useMessages.setState((state) => ({
    messages: bounded([
      { ...message, id },
      ...state.messages.filter((old) => message.about === null || old.about !== message.about),
    ]),
  }))
  return id
}

/** Tells what went wrong (role `alert`); it stays until dismissed. */
export function tellProblem(title: string, text: string, about: string | null = null): void {
  show({ kind: 'alert', title, text, action: null, about })
}

/** Takes a message away. */
export function dismiss(id: number): void {
  useMessages.setState((state) => ({ messages: state.messages.filter((message) => message.id !== id) }))
}

/** Takes away what was said about something, such as a group that is renewed again. */
export function dismissAbout(about: string): void {
  useMessages.setState((state) => ({
    messages: state.messages.filter((message) => message.about !== about),
  }))
}

/** Takes away what was said of a renewal: it is looked at, or settled. */
export function dismissRenewal(renewalId: string): void {
  useMessages.setState((state) => ({
    messages: state.messages.filter((message) => message.renewal?.id !== renewalId),
  }))
}

/** Takes away what was said of `unknown` renewals: the history shows them on top, with all there is to do. */
export function dismissUnknown(): void {
  useMessages.setState((state) => ({
    messages: state.messages.filter((message) => message.renewal?.outcome !== 'unknown'),
  }))
}

/** Takes away what was said of renewals that are settled by now, or that a newer one of their group has followed. */
export function dismissOutdated(groups: readonly GroupView[]): void {
  const last = new Map(groups.map((view) => [view.group.id, view.last]))
  const outdated = ({ about, renewal }: Message) => {
    const now = about === null ? null : last.get(about)
    if (!renewal || !now) return false
    return now.renewalId === renewal.id
      ? now.outcome !== null && now.outcome !== renewal.outcome
      : now.at > renewal.startedAt
  }
  if (!useMessages.getState().messages.some(outdated)) return
  useMessages.setState((state) => ({ messages: state.messages.filter((one) => !outdated(one)) }))
}
