import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { pageWords } from '../words/pageWords.ts'

/** The last net: a bug in a view must not leave a blank window. Renewals live in main and go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    const { broken } = pageWords().app
    return (
      <main className="center" role="alert">
        <div className="empty">
          <h1>{broken.title}</h1>
          <p className="soft">{broken.text}</p>
          <Button look="primary" onClick={() => window.location.reload()}>
            {broken.reload}
          </Button>
        </div>
      </main>
    )
  }
}
