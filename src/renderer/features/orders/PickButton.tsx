import { ListChecks } from 'lucide-react'
import { setUi } from '../../state/uiStore.ts'
import { Button, IconButton } from '../../ui/Button.tsx'

const open = () => setUi({ picking: { ungrouped: false } })

/** Opens `Pick from orders`. `small`: an icon alone, which fits beside the search at any width. */
export function PickButton({ small = false }: { readonly small?: boolean }) {
  const icon = <ListChecks size={16} aria-hidden="true" />
  if (small) return <IconButton label="Pick from orders" icon={icon} onClick={open} />
  return (
    <Button icon={icon} onClick={open}>
      Pick from orders
    </Button>
  )
}
