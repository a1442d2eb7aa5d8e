import { type ToldKind, toldKinds } from '../../../shared/domain/rules/notificationKinds.ts'
import './help.css'
import { pageWords } from '../../words/pageWords.ts'

/** Every notification there is: its title, when it comes, and how it is switched off. */
export function NotificationsHelp({ id }: { readonly id: string }) {
  const words = pageWords().settings.notifications
  return (
    <div className="help" id={id}>
      <p className="small">{words.helpIntro}</p>
      <dl className="help-kinds">
        {toldKinds().map((kind) => (
          <div key={kind.label}>
            <dt>{kind.label}</dt>
            <dd className="small">
              <p className="help-titles">{kind.titles.map(words.quoted).join(', ')}</p>
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
  return setting === null ? off : `${pageWords().settings.notifications.switchOff(label)} ${off}`.trim()
}
