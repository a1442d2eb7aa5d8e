import { Modal } from '../ui/Modal.tsx'
import { pageWords } from '../words/pageWords.ts'
import './keys.css'

interface KeyRow {
  /** Held down while one of the others is pressed. */
  readonly held?: string
  readonly caps: readonly string[]
  readonly does: string
}

/** All keys that do something, and what. */
export default function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { keys } = pageWords()
  const rows: readonly KeyRow[] = [
    { caps: ['↑', '↓'], does: keys.move },
    { caps: ['Home', 'End'], does: keys.ends },
    { caps: ['Enter'], does: keys.renew },
    { caps: ['/'], does: keys.search },
    { caps: ['x'], does: keys.select },
    { held: 'Shift', caps: ['↑', '↓'], does: keys.selectMore },
    { held: 'Ctrl', caps: ['A'], does: keys.selectAll },
    { caps: ['r'], does: keys.renewSelected },
    { caps: ['n'], does: keys.fresh },
    { caps: ['Esc'], does: keys.escape },
    { caps: ['?'], does: keys.all },
  ]
  return (
    <Modal title={keys.title} onClose={onClose}>
      <div className="dialog-body">
        <table className="keys" aria-label={keys.table}>
          <thead className="vh">
            <tr>
              <th scope="col">{keys.key}</th>
              <th scope="col">{keys.does}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ held, caps, does }) => (
              <tr key={does}>
                <th scope="row">
                  {held !== undefined && <kbd>{held}</kbd>}
                  {caps.map((cap, at) => (
                    <span key={cap}>
                      {at > 0 && <span className="vh"> {keys.or} </span>}
                      <kbd>{cap}</kbd>
                    </span>
                  ))}
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  )
}
