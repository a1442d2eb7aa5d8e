import { Copy } from 'lucide-react'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import { call } from '../../state/bridge.ts'
import { announce, tellProblem } from '../../state/messages.ts'
import { Button } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { evidenceText } from './evidenceText.ts'

/** Copies all that is known of a renewal as plain text, for the vendor's support. */
export function CopyEvidence({ renewal }: { readonly renewal: Renewal }) {
  const words = pageWords().history.settle
  const copy = async () => {
    const answer = await call('text.copy', { text: evidenceText(renewal) })
    if (answer.ok) announce(words.copied)
    else tellProblem(words.notCopied, answer.error.message)
  }
  return (
    <Button look="ghost" icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copy()}>
      {words.copy}
    </Button>
  )
}
