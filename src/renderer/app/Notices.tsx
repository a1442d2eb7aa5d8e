import { X } from 'lucide-react'
import { call } from '../state/bridge.ts'
import { useSnapshot } from '../state/snapshotStore.ts'
import { IconButton } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { pageWords } from '../words/pageWords.ts'

/** What a person has to know and nothing else tells, above everything else. */
export function Notices() {
  const notices = useSnapshot((snapshot) => snapshot.notices)
  if (notices.length === 0) return null
  return (
    <div className="notices scroll">
      {notices.map((notice) => (
        <div className="notice" key={notice.id}>
          <Panel tone={notice.severity} title={notice.title} alert={notice.severity !== 'info'}>
            {notice.text}
          </Panel>
          {notice.dismissible && (
            <IconButton
              className="notice-close"
              label={pageWords().app.dismissNotice(notice.title)}
              icon={<X size={14} />}
              onClick={() => void call('notice.dismiss', { id: notice.id })}
            />
          )}
        </div>
      ))}
    </div>
  )
}
