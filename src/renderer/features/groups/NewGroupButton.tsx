import { Plus } from 'lucide-react'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { newGroupButtonId } from './groupActions.ts'

/** Opens the editor on a new group. */
export function NewGroupButton({ look }: { readonly look: 'plain' | 'primary' }) {
  return (
    <Button
      id={newGroupButtonId}
      look={look}
      icon={<Plus size={15} aria-hidden="true" />}
      onClick={() => setUi({ editor: { kind: 'new', prefill: {} } })}
    >
      {pageWords().groups.fresh}
    </Button>
  )
}
