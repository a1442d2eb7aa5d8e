import { create } from 'zustand'

/** A message in the lane at the window's foot. */
export interface Message {
  readonly id: number
  /** `alert` says what went wrong and stays until dismissed; `note` goes by itself. */
  readonly kind: 'note' | 'alert'
  readonly title: string
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
  /** What it is about: a new message about the same takes its place. */
  readonly about: string | null
}

/** What is said: messages to see, and words for screen readers. */
export interface MessageState {
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

/** Shows a message; gives its id. */
export function show(message: Omit<Message, 'id'>): number {
  const id = nextId++
  useMessages.setState((state) => ({
    messages: [
      ...state.messages.filter((old) => message.about === null || old.about !== message.about),
      { ...message, id },
    ].slice(-6),
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
