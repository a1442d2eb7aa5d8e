import { type RefObject, useMemo } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import type { GroupDraft } from '../../../shared/domain/group.ts'
import { proxyTypeLabel, proxyTypes } from '../../../shared/domain/rules/proxyTypes.ts'
import { useBalance, useOrderList } from '../../state/selectors.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { TextField } from '../../ui/Field.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { SuggestField } from '../../ui/SuggestField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { withType } from './draft.ts'
import type { OtherGroup } from './idFacts.ts'
import { OrderIdsField } from './OrderIdsField.tsx'
import { useOrders } from './useOrders.ts'
import { usePeriods, usePromoCodes } from './useVendorChoices.ts'

/** An account's groups but for the one that is edited, from the snapshot: there without the vendor too. */
function useOtherGroups(accountId: string, ownId: string | null): readonly OtherGroup[] {
  const groups = useSnapshot((snapshot) => snapshot.groups)
  return useMemo(
    () => groups.map((view) => view.group).filter((one) => one.accountId === accountId && one.id !== ownId),
    [groups, accountId, ownId],
  )
}

/** The editor's fields. Their names are part of the interface (DESIGN.md, Names). */
export function EditorFields({
  account,
  draft,
  errors,
  nameRef,
  onChange,
}: {
  readonly account: Account
  readonly draft: GroupDraft
  readonly errors: Readonly<Record<string, string>>
  readonly nameRef: RefObject<HTMLInputElement | null>
  readonly onChange: (draft: GroupDraft) => void
}) {
  const words = pageWords().groups.editor
  const periods = usePeriods(account.id, draft.proxyType)
  const promoCodes = usePromoCodes(account.id)
  const rows = useOrders(account.id)
  const listed = useOrderList(account.id).count
  const others = useOtherGroups(account.id, draft.id)
  const currency = useBalance(account.id)?.money?.currency
  const dueDays = useSnapshot((snapshot) => snapshot.settings.dueDays)
  const set = (patch: Partial<GroupDraft>) => onChange({ ...draft, ...patch })
  return (
    <>
      <TextField
        label={words.name}
        ref={nameRef}
        value={draft.name}
        error={errors.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Segments
        label={words.type}
        choices={proxyTypes.map((value) => ({ value, label: proxyTypeLabel[value] }))}
        value={draft.proxyType}
        onChange={(proxyType) => onChange(withType(draft, proxyType))}
      />
      <OrderIdsField
        value={draft.orderIds}
        proxyType={draft.proxyType}
        others={others}
        rows={rows}
        whole={rows !== null && rows.length >= listed}
        error={errors.orderIds}
        onChange={(orderIds) => set({ orderIds })}
      />
      <div className="field-pair">
        <SuggestField
          label={words.period}
          hint={words.periodHint}
          inputMode="numeric"
          value={draft.rentPeriodDays}
          error={errors.rentPeriodDays}
          suggestions={periods}
          suffix={<span className="soft small">{words.days}</span>}
          onChange={(rentPeriodDays) => set({ rentPeriodDays })}
        />
        <SuggestField
          label={words.promo}
          hint={words.promoHint}
          value={draft.promoCode}
          error={errors.promoCode}
          suggestions={promoCodes}
          onChange={(promoCode) => set({ promoCode })}
        />
      </div>
      <div className="field-pair">
        <TextField
          label={words.limit}
          hint={words.limitHint(currency)}
          inputMode="decimal"
          className="input num"
          value={draft.priceLimit}
          error={errors.priceLimit}
          onChange={(event) => set({ priceLimit: event.target.value })}
        />
        <TextField
          label={words.due}
          hint={words.dueHint(dueDays)}
          inputMode="numeric"
          className="input num"
          value={draft.dueDays}
          error={errors.dueDays}
          onChange={(event) => set({ dueDays: event.target.value })}
        />
      </div>
      <Switch
        label={words.tray}
        hint={words.trayHint}
        checked={draft.showInTray}
        onChange={(showInTray) => set({ showInTray })}
      />
    </>
  )
}
