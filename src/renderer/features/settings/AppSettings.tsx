import { ArrowLeft } from 'lucide-react'
import { showView } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { AppSection } from './AppSection.tsx'
import './settings.css'

/** Settings before there is any account: what is set for the app alone, and the way back to connecting one. */
export default function AppSettings() {
  return (
    <div className="settings scroll">
      <div className="settings-inner">
        <div>
          <Button icon={<ArrowLeft size={14} aria-hidden="true" />} onClick={() => showView('groups')}>
            Connect an account
          </Button>
        </div>
        <AppSection />
      </div>
    </div>
  )
}
