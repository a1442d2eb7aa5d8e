import type { RenewalEvents } from './ports.ts'

/**
 * The events with every listener's exception kept from the heart: between the first byte and the told outcome a bug
 * in a row, a tray or a notification must not cost what happened.
 */
export function safeEvents(events: RenewalEvents, failed: (error: unknown) => void): RenewalEvents {
  const safely =
    <A extends readonly unknown[]>(listener: (...args: A) => void) =>
    (...args: A): void => {
      try {
        listener(...args)
      } catch (error) {
        failed(error)
      }
    }
  return {
    phase: safely(events.phase),
    balanceRead: safely(events.balanceRead),
    ended: safely(events.ended),
    unsaved: safely(events.unsaved),
  }
}
