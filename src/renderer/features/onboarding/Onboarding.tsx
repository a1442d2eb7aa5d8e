import { RefreshCcwDot, Settings } from 'lucide-react'
import { showView } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { backToConnectId, focusSoon } from '../../ui/focusSoon.ts'
import { pageWords } from '../../words/pageWords.ts'
import { ConnectForm } from './ConnectForm.tsx'
import './onboarding.css'

const nothing = () => undefined

function openSettings(): void {
  showView('settings')
  focusSoon(() => document.getElementById(backToConnectId))
}

/** First start: what Leasebar does in one sentence, and the two ways in. */
export default function Onboarding() {
  const { onboarding } = pageWords()
  return (
    <div className="onboarding scroll">
      <div className="onboarding-inner">
        <div className="onboarding-head">
          <span className="onboarding-mark" aria-hidden="true">
            <RefreshCcwDot size={24} />
          </span>
          <p className="onboarding-name">Leasebar</p>
          <p className="soft">{onboarding.pitch}</p>
        </div>
        {/* Main's push brings the account, and with it the groups. */}
        <ConnectForm onConnected={nothing} />
        <div className="onboarding-foot">
          <Button look="ghost" icon={<Settings size={14} aria-hidden="true" />} onClick={openSettings}>
            {onboarding.settings}
          </Button>
        </div>
      </div>
    </div>
  )
}
