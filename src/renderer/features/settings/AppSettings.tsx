import { ArrowLeft } from 'lucide-react'
import { showView } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { backToConnectId, focusSoon, startOfWindow } from '../../ui/focusSoon.ts'
import { UpdatesSection } from '../updates/UpdatesSection.tsx'
import { AppSection } from './AppSection.tsx'
import './settings.css'
import { pageWords } from '../../words/pageWords.ts'

function back(): void {
  showView('groups')
  focusSoon(startOfWindow)
}

/** Settings before there is any account: what is set for the app alone, and the way back to connecting one. */
export default function AppSettings() {
  return (
    <div className="settings scroll">
      <div className="settings-inner">
        <div>
          <Button id={backToConnectId} icon={<ArrowLeft size={14} aria-hidden="true" />} onClick={back}>
            {pageWords().settings.connect}
          </Button>
        </div>
        <AppSection />
        <UpdatesSection />
      </div>
    </div>
  )
}
