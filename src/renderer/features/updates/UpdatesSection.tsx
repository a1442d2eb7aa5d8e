import { useSnapshot } from '../../state/snapshotStore.ts'
import { Switch } from '../../ui/Switch.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { Section } from '../settings/Section.tsx'
import { Setting } from '../settings/Setting.tsx'
import { updateSettings } from '../settings/updateSettings.ts'
import { UpdateBox } from './UpdateBox.tsx'
import './updates.css'

/** Newer versions: whether they are looked for, what was found, what to do with it. */
export function UpdatesSection() {
  const { updates: words } = pageWords()
  const { feed, state } = useSnapshot((snapshot) => snapshot.updates)
  const looks = useSnapshot((snapshot) => snapshot.settings.lookForUpdates)
  // What was installed by other means is told without a feed too.
  const isInstalled = state.kind === 'installed' || state.kind === 'restarting'
  return (
    <Section title={words.title}>
      {feed === null ? (
        <Setting words={words.none}>
          <p className="soft small">{words.none}</p>
          {isInstalled && <UpdateBox state={state} />}
        </Setting>
      ) : (
        <>
          <Setting words={`${words.look} ${words.lookHint(feed)}`}>
            <Switch
              label={words.look}
              hint={words.lookHint(feed)}
              checked={looks === 'on'}
              onChange={(on) => void updateSettings({ lookForUpdates: on ? 'on' : 'off' })}
            />
          </Setting>
          <Setting words={words.check}>
            <UpdateBox state={state} />
          </Setting>
        </>
      )}
    </Section>
  )
}
