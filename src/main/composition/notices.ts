import type { Notice } from '../../shared/contract/snapshot.ts'

/** Keeps what a person has to know and nothing else tells, until it is dismissed or over. */
export function createNotices(changed: () => void) {
  const notices = new Map<string, Notice>()
  return {
    list: (): Notice[] => [...notices.values()],
    /** Shows one, or its newer words. */
    put(notice: Notice): void {
      notices.set(notice.id, notice)
      changed()
    },
    /** It is over: takes it away. */
    clear(id: string): void {
      if (notices.delete(id)) changed()
    },
    /** A person has read it. What cannot be dismissed stays. */
    dismiss(id: string): void {
      if (notices.get(id)?.dismissible) {
        notices.delete(id)
        changed()
      }
    },
  }
}

/** Keeper of notices. */
export type Notices = ReturnType<typeof createNotices>
