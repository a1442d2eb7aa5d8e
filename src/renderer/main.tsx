import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/inter/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/button.css'
import './ui/field.css'
import './ui/select.css'
import './ui/switch.css'
import './ui/segments.css'
import './ui/marks.css'
import './ui/panel.css'
import './ui/menu.css'
import './ui/suggest.css'
import './ui/modal.css'
import './app/app.css'
import './app/tabs.css'
import './app/lane.css'
import './features/balance/balance.css'
import './features/renewals/renewals.css'
import { App } from './app/App.tsx'
import { ErrorBoundary } from './app/ErrorBoundary.tsx'
import { listenToMain } from './app/pushes.ts'
import { loadSnapshot } from './state/snapshotStore.ts'

const root = document.getElementById('root')
if (root) {
  // Listening begins before the snapshot is asked for, so that no change falls between the two.
  listenToMain()
  void loadSnapshot()
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        {/* The page's policy forbids style elements; ours come from stylesheets. */}
        <CSPProvider disableStyleElements>
          <App />
        </CSPProvider>
      </ErrorBoundary>
    </StrictMode>,
  )
}
