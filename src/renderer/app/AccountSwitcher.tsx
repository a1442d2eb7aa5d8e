import { Menu } from '@base-ui/react/menu'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { Account } from '../../shared/domain/account.ts'
import { call } from '../state/bridge.ts'
import { useSnapshot } from '../state/snapshotStore.ts'
import { menuHome } from '../ui/menuHome.ts'
import { AccountName } from './AccountName.tsx'
import { chooseAccount } from './pushes.ts'

/** Changes the account whose groups, balance and history are shown. Main remembers it. */
export default function AccountSwitcher({ account }: { readonly account: Account }) {
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const choose = (id: string) => {
    chooseAccount(id)
    void call('settings.update', { selectedAccountId: id })
  }
  return (
    <Menu.Root>
      <Menu.Trigger className="btn btn-ghost account-trigger">
        <span className="vh">Account: </span>
        <AccountName account={account} />
        <ChevronsUpDown size={14} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal container={menuHome()}>
        <Menu.Positioner className="popup-positioner" sideOffset={4} align="start">
          <Menu.Popup className="popup">
            <Menu.RadioGroup value={account.id} onValueChange={(id) => choose(String(id))}>
              {accounts.map((one) => (
                <Menu.RadioItem className="popup-item" key={one.id} value={one.id} closeOnClick>
                  <AccountName account={one} />
                  <Menu.RadioItemIndicator className="account-check">
                    <Check size={14} aria-hidden="true" />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
