import { RefreshCcwDot } from 'lucide-react'
import { ConnectForm } from './ConnectForm.tsx'
import './onboarding.css'

const nothing = () => undefined

/** First start: what Leasebar does in one sentence, and the two ways in. */
export default function Onboarding() {
  return (
    <div className="onboarding scroll">
      <div className="onboarding-inner">
        <div className="onboarding-head">
          <span className="onboarding-mark" aria-hidden="true">
            <RefreshCcwDot size={24} />
          </span>
          <p className="onboarding-name">Leasebar</p>
          <p className="soft">
            Keeps your rented proxies from lapsing: renew a whole group with one click, and never pay twice.
          </p>
        </div>
        {/* Main's push brings the account, and with it the groups. */}
        <ConnectForm onConnected={nothing} />
      </div>
    </div>
  )
}
