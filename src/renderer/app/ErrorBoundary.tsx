import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'

/** The last net: a bug in a view must not leave a blank window. Renewals live in main and go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <main className="center" role="alert">
        <div className="empty">
          <h1>This view broke</h1>
          <p className="soft">
            That is a bug in Leasebar. Renewals under way go on, and what happened to them is recorded.
          </p>
          <Button look="primary" onClick={() => window.location.reload()}>
            Load the window again
          </Button>
        </div>
      </main>
    )
  }
}
