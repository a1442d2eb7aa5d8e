import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { RefObject } from 'react'
import type { Account } from '../../shared/domain/account.ts'
import { call } from '../state/bridge.ts'
import { useSnapshot } from '../state/snapshotStore.ts'
import { menuHome } from '../ui/menuHome.ts'
import { pageWords } from '../words/pageWords.ts'
import { AccountName } from './AccountName.tsx'
import { chooseAccount } from './pushes.ts'

/** The accounts to choose from. Main remembers the choice. */
export default function AccountMenu({
  account,
  anchor,
  onClose,
}: {
  readonly account: Account
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
}) {
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const choose = (id: string) => {
    chooseAccount(id)
    void call('settings.update', { selectedAccountId: id })
  }
  return (
    <Menu.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Menu.Portal container={menuHome()}>
        <Menu.Positioner className="popup-positioner" anchor={anchor} sideOffset={4} align="start">
          <Menu.Popup className="popup" aria-label={pageWords().app.accounts} finalFocus={anchor}>
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
