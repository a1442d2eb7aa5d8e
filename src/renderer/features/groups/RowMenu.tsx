import { Menu } from '@base-ui/react/menu'
import { CircleDollarSign, Copy, PanelRight, Pencil, Repeat, SquareCheck, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { setUi, useUi } from '../../state/uiStore.ts'
import { menuHome } from '../../ui/menuHome.ts'
import { pageWords } from '../../words/pageWords.ts'
import { showAutoExtend } from '../autoExtend/autoExtendActions.ts'
import { checkPrice, deleteGroup, duplicateGroup, editGroup } from './groupActions.ts'
import { toggleSelected } from './groupSelectionActions.ts'

/** The row whose menu is open. */
export interface RowMenuTarget {
  readonly view: GroupView
  /** The button it hangs on, and where the focus returns to. */
  readonly anchor: HTMLElement
  /** Where a pointer asked for it, CSS pixels of the window; null: at the button. */
  readonly at: { readonly x: number; readonly y: number } | null
}

/** What can be done with a group besides renewing it. */
export default function RowMenu({
  target,
  onClose,
}: {
  readonly target: RowMenuTarget
  readonly onClose: () => void
}) {
  const { view, anchor, at } = target
  const words = pageWords().groupRows.menu
  const selected = useUi((ui) => ui.selectedGroupIds.has(view.group.id))
  // Whoever goes to another place in the window is not taken back here.
  const leaves = useRef(false)
  return (
    <Menu.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Menu.Portal container={menuHome()}>
        <Menu.Positioner
          className="popup-positioner"
          anchor={at === null ? anchor : { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }}
          sideOffset={at === null ? 4 : 0}
          align={at === null ? 'end' : 'start'}
        >
          <Menu.Popup
            className="popup"
            aria-label={words.title(view.group.name)}
            finalFocus={() => (leaves.current ? false : anchor)}
          >
            <Menu.Item className="popup-item" onClick={() => editGroup(view.group.id)}>
              <Pencil size={14} aria-hidden="true" /> {words.edit}
            </Menu.Item>
            <Menu.Item
              className="popup-item"
              onClick={() => setUi({ chosenGroupId: view.group.id, detailOpen: true })}
            >
              <PanelRight size={14} aria-hidden="true" /> {words.details}
            </Menu.Item>
            <Menu.Item
              className="popup-item"
              onClick={() => {
                leaves.current = true
                showAutoExtend(view)
              }}
            >
              <Repeat size={14} aria-hidden="true" /> {words.autoExtend}
            </Menu.Item>
            <Menu.Item className="popup-item" onClick={() => void checkPrice(view)}>
              <CircleDollarSign size={14} aria-hidden="true" /> {words.checkPrice}
            </Menu.Item>
            <Menu.Item className="popup-item" onClick={() => void duplicateGroup(view)}>
              <Copy size={14} aria-hidden="true" /> {words.duplicate}
            </Menu.Item>
            <Menu.Item className="popup-item" onClick={() => toggleSelected(view.group.id)}>
              <SquareCheck size={14} aria-hidden="true" /> {selected ? words.unselect : words.select}
            </Menu.Item>
            <Menu.Separator className="popup-separator" />
            <Menu.Item className="popup-item popup-item-bad" onClick={() => void deleteGroup(view)}>
              <Trash2 size={14} aria-hidden="true" /> {words.remove}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
