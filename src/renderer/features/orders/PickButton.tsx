import { ListChecks } from 'lucide-react'
import { setUi } from '../../state/uiStore.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'

const open = () => setUi({ picking: { ungrouped: false } })

/** Opens `Pick from orders`. `small`: an icon alone, which fits beside the search at any width. */
export function PickButton({ small = false }: { readonly small?: boolean }) {
  const icon = <ListChecks size={16} aria-hidden="true" />
  if (small) return <IconButton label={pageWords().orders.pick} icon={icon} onClick={open} />
  return (
    <Button icon={icon} onClick={open}>
      {pageWords().orders.pick}
    </Button>
  )
}
