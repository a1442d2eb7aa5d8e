import { FlaskConical, Store } from 'lucide-react'
import type { Account } from '../../shared/domain/account.ts'
import { pageWords } from '../words/pageWords.ts'

/** An account's name, with a mark that tells a practice account from a real one. */
export function AccountName({ account }: { readonly account: Account }) {
  const practice = account.kind === 'practice'
  const Icon = practice ? FlaskConical : Store
  return (
    <span className="account-name">
      <span className={`account-mark${practice ? ' account-mark-practice' : ''}`} aria-hidden="true">
        <Icon size={14} />
      </span>
      <span className="account-text untrusted" title={account.name}>
        {account.name}
      </span>
      {practice && <span className="badge">{pageWords().app.practice}</span>}
    </span>
  )
}
