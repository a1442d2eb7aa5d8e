import {
  answersToClicks,
  notificationKinds,
  type ToldKind,
} from '../../../shared/domain/rules/notificationKinds.ts'
import './help.css'

const kinds: readonly ToldKind[] = [...Object.values(notificationKinds), ...answersToClicks]

/** Every notification there is: its title, when it comes, and how it is switched off. */
export function NotificationsHelp({ id }: { readonly id: string }) {
  return (
    <div className="help" id={id}>
      <p className="small">
        Each is told once, and a click on it opens the right place. In quiet hours all but outcomes wait.
        Switched off, a kind is not told, and is not told later either.
      </p>
      <dl className="help-kinds">
        {kinds.map((kind) => (
          <div key={kind.label}>
            <dt>{kind.label}</dt>
            <dd className="small">
              <p className="help-titles">{kind.titles.map((title) => `“${title}”`).join(', ')}</p>
              <p>{kind.when}</p>
              <p className="soft">{offWords(kind)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function offWords({ setting, label, off = '' }: ToldKind): string {
  return setting === null ? off : `To switch it off: the switch “${label}” below. ${off}`.trim()
}
