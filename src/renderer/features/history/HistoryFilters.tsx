import { Search } from 'lucide-react'
import type { Account } from '../../../shared/domain/account.ts'
import { type Outcome, outcomes } from '../../../shared/domain/rules/outcomes.ts'
import { searchFieldId } from '../../app/shortcuts.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import type { HistoryFilter } from './query.ts'

/** What the history is narrowed to: words, an outcome, a group. */
export function HistoryFilters({
  account,
  filter,
  onChange,
}: {
  readonly account: Account
  readonly filter: HistoryFilter
  readonly onChange: (filter: HistoryFilter) => void
}) {
  const groups = useSnapshot((snapshot) => snapshot.groups).filter(
    (view) => view.group.accountId === account.id,
  )
  const outcomeOf = (value: string): Outcome | null => outcomes.find((one) => one === value) ?? null
  return (
    <div className="history-filters">
      <label className="search">
        <Search size={15} aria-hidden="true" />
        <span className="vh">Search</span>
        <input
          id={searchFieldId}
          type="search"
          className="input"
          placeholder="Search groups and order ids"
          value={filter.search}
          onChange={(event) => onChange({ ...filter, search: event.target.value })}
        />
      </label>
      <label className="select">
        <span className="vh">Show outcomes</span>
        <select
          className="input"
          value={filter.outcome ?? ''}
          onChange={(event) => onChange({ ...filter, outcome: outcomeOf(event.target.value) })}
        >
          <option value="">All outcomes</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              Only {outcome}
            </option>
          ))}
        </select>
      </label>
      <label className="select">
        <span className="vh">Show groups</span>
        <select
          className="input"
          value={filter.groupId ?? ''}
          onChange={(event) => onChange({ ...filter, groupId: event.target.value || null })}
        >
          <option value="">All groups</option>
          {groups.map(({ group }) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
