import { ChevronsUpDown } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Account } from '../../shared/domain/account.ts'
import { useUi } from '../state/uiStore.ts'
import { pageWords } from '../words/pageWords.ts'
import { AccountName } from './AccountName.tsx'

const AccountMenu = lazy(() => import('./AccountMenu.tsx'))

/** Names the account whose groups, balance and history are shown, and opens the menu to change it. */
export function AccountSwitcher({ account }: { readonly account: Account }) {
  const [open, setOpen] = useState(false)
  const guarded = useUi((ui) => ui.guard !== null)
  useEffect(() => {
    if (guarded) setOpen(false)
  }, [guarded])
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="btn btn-ghost account-trigger"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className="vh">{pageWords().app.accountBefore}</span>
        <AccountName account={account} />
        <ChevronsUpDown size={14} aria-hidden="true" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <AccountMenu account={account} anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
