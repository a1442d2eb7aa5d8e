import type { Account } from '../../../shared/domain/account.ts'
import { outcomes } from '../../../shared/domain/rules/outcomes.ts'
import { searchFieldId } from '../../app/shortcuts.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { type HistoryFilter, lastDays } from './query.ts'

/** What the history is narrowed to: words, an outcome, a group, a time. */
export function HistoryFilters({
  account,
  filter,
  onChange,
}: {
  readonly account: Account
  readonly filter: HistoryFilter
  readonly onChange: (filter: HistoryFilter) => void
}) {
  const { history } = pageWords()
  const groups = useSnapshot((snapshot) => snapshot.groups).filter(
    (view) => view.group.accountId === account.id,
  )
  const names = new Map(groups.map(({ group }) => [group.id, group.name]))
  return (
    <div className="history-filters">
      <SearchField
        id={searchFieldId}
        label={history.search}
        hint={history.searchHint}
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <FilterSelect
        label={history.outcomes}
        all={history.allOutcomes}
        choices={outcomes}
        wordsOf={(outcome) => history.only[outcome]}
        value={filter.outcome}
        onChange={(outcome) => onChange({ ...filter, outcome })}
      />
      <FilterSelect
        label={history.groups}
        all={history.allGroups}
        choices={[...names.keys()]}
        wordsOf={(groupId) => names.get(groupId) ?? ''}
        value={filter.groupId}
        onChange={(groupId) => onChange({ ...filter, groupId })}
      />
      <FilterSelect
        label={history.time}
        all={history.anyTime}
        choices={lastDays}
        wordsOf={history.lastDays}
        value={filter.withinDays}
        onChange={(withinDays) => onChange({ ...filter, withinDays })}
      />
    </div>
  )
}
