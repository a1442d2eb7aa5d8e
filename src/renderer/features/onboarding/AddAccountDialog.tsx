import { Modal } from '../../ui/Modal.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { ConnectForm } from './ConnectForm.tsx'
import './onboarding.css'

/** One more account, beside those that are there. */
export default function AddAccountDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title={pageWords().accounts.add} dismissOutside={false} onClose={onClose}>
      <div className="dialog-body scroll">
        <ConnectForm onConnected={onClose} />
      </div>
    </Modal>
  )
}
