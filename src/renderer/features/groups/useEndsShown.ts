import { useEffect } from 'react'
import { call } from '../../state/bridge.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'

/**
 * Tells main that the account's ends, as last read, are before a person's eyes: while the groups stand in a window that
 * has the focus. An end that has moved since it was last shown is asked about before anything is paid.
 */
export function useEndsShown(accountId: string): void {
  const readAt = useSnapshot(
    (snapshot) => snapshot.orders.find((one) => one.accountId === accountId)?.readAt ?? null,
  )
  useEffect(() => {
    if (readAt === null) return
    const tell = () => {
      if (document.hasFocus()) void call('orders.shown', { accountId, readAt })
    }
    tell()
    window.addEventListener('focus', tell)
    return () => window.removeEventListener('focus', tell)
  }, [accountId, readAt])
}
