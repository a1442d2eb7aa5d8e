import type { RefObject } from 'react'
import { proxyTypeLabel, proxyTypes } from '../../../shared/domain/rules/proxyTypes.ts'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { endChoices, type PickFilter } from './pickQuery.ts'

/** What the orders are narrowed to: words, type, country, end, and being in no group. */
export function PickFilters({
  filter,
  countries,
  searchRef,
  onChange,
}: {
  readonly filter: PickFilter
  readonly countries: readonly string[]
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onChange: (filter: PickFilter) => void
}) {
  const words = pageWords().orders
  const set = (patch: Partial<PickFilter>) => onChange({ ...filter, ...patch })
  const { country } = filter
  // A country that a newer list no longer has stays to be seen, as long as it is what is asked for.
  const offered = country === null || countries.includes(country) ? countries : [country, ...countries]
  return (
    <div className="pick-filters">
      <SearchField
        inputRef={searchRef}
        label={words.search}
        hint={words.searchHint}
        value={filter.search}
        onChange={(search) => set({ search })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.search === '') return
          // The first Escape is the search's own; only the next one is the dialog's.
          event.preventDefault()
          event.stopPropagation()
          set({ search: '' })
        }}
      />
      <div className="pick-selects">
        <FilterSelect
          label={words.type}
          all={words.allTypes}
          choices={proxyTypes}
          wordsOf={(type) => proxyTypeLabel[type]}
          value={filter.proxyType}
          onChange={(proxyType) => set({ proxyType })}
        />
        <FilterSelect
          label={words.country}
          all={words.allCountries}
          choices={offered}
          wordsOf={(one) => one}
          value={country}
          onChange={(one) => set({ country: one })}
        />
        <FilterSelect
          label={words.endsWithin}
          all={words.anyEnd}
          choices={endChoices}
          wordsOf={words.days}
          value={filter.endsWithinDays}
          onChange={(endsWithinDays) => set({ endsWithinDays })}
        />
      </div>
      <Switch
        label={words.ungroupedOnly}
        checked={filter.ungrouped}
        onChange={(ungrouped) => set({ ungrouped })}
      />
    </div>
  )
}
