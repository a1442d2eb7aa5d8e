import { useState } from 'react'
import type { ImportChoice, PlannedGroupView } from '../../../shared/contract/groupFiles.ts'
import type { Account } from '../../../shared/domain/account.ts'
import { proxyTypeLabel } from '../../../shared/domain/rules/proxyTypes.ts'
import { formatNumber } from '../../../shared/words/intl.ts'
import { setUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { chooseImport, importGroups } from './groupFileActions.ts'
import './groupFiles.css'

type Plan = Extract<ImportChoice, { kind: 'plan' }>
type Refused = Extract<ImportChoice, { kind: 'refused' }>

const close = (): void => setUi({ importing: null })

/** What a file of groups would bring, before anything changes; or why it is not taken. */
export default function ImportDialog({
  choice,
  account,
}: {
  readonly choice: ImportChoice
  readonly account: Account
}) {
  return choice.kind === 'plan' ? (
    <PlanDialog plan={choice} account={account} />
  ) : (
    <RefusedDialog refused={choice} account={account} />
  )
}

function PlanDialog({ plan, account }: { readonly plan: Plan; readonly account: Account }) {
  const { groupFiles } = pageWords()
  const [busy, setBusy] = useState(false)
  const added = plan.groups.filter(({ fate }) => fate !== 'same').length
  const bring = async () => {
    setBusy(true)
    await importGroups(plan.importId)
  }
  return (
    <Modal
      title={groupFiles.dialog}
      description={<span className="untrusted">{groupFiles.from(plan.file, account.name)}</span>}
      large
      wide
      onClose={close}
      foot={
        <div className="dialog-foot">
          <Button onClick={close}>{groupFiles.cancel}</Button>
          <Button look="primary" careful busy={busy} disabled={added === 0} onClick={() => void bring()}>
            {added === 0 ? groupFiles.nothingNew : groupFiles.doImport(added)}
          </Button>
        </div>
      }
    >
      <ScrollRegion className="dialog-body" label={groupFiles.preview}>
        <p className="soft small">{added === 0 ? groupFiles.allThere : groupFiles.nothingChanges}</p>
        <PlanTable groups={plan.groups} />
      </ScrollRegion>
    </Modal>
  )
}

function PlanTable({ groups }: { readonly groups: readonly PlannedGroupView[] }) {
  const { groupFiles } = pageWords()
  const { columns } = groupFiles
  return (
    <table className="import-table" aria-label={groupFiles.table}>
      <thead>
        <tr>
          <th scope="col">{columns.group}</th>
          <th scope="col" className="import-wide">
            {columns.type}
          </th>
          <th scope="col" className="import-num import-wide">
            {columns.orders}
          </th>
          <th scope="col" className="import-num import-wide">
            {columns.period}
          </th>
          <th scope="col">{columns.fate}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold the same group twice, and the list never changes.
          <tr key={at} className={group.fate === 'same' ? 'faint' : undefined}>
            <th scope="row" className="untrusted">
              {group.wasName}
              <span className="import-facts soft num">
                {groupFiles.facts(proxyTypeLabel[group.proxyType], group.orders, group.rentPeriodDays)}
              </span>
            </th>
            <td className="import-wide">{proxyTypeLabel[group.proxyType]}</td>
            <td className="import-num import-wide num">{formatNumber(group.orders)}</td>
            <td className="import-num import-wide num">{groupFiles.days(group.rentPeriodDays)}</td>
            <td className="untrusted">
              {group.fate === 'renamed' ? groupFiles.fates.renamed(group.name) : groupFiles.fates[group.fate]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RefusedDialog({ refused, account }: { readonly refused: Refused; readonly account: Account }) {
  const { groupFiles } = pageWords()
  const another = () => {
    close()
    void chooseImport(account)
  }
  return (
    <Modal
      title={groupFiles.dialog}
      description={<span className="untrusted">{groupFiles.from(refused.file, account.name)}</span>}
      onClose={close}
      foot={
        <div className="dialog-foot">
          <Button onClick={close}>{groupFiles.close}</Button>
          <Button look="primary" onClick={another}>
            {groupFiles.another}
          </Button>
        </div>
      }
    >
      <div className="dialog-body scroll">
        <Panel tone="error" title={groupFiles.refused} alert>
          <p className="untrusted">{groupFiles.refusedText(refused.file)}</p>
          <ul className="import-problems">
            {refused.problems.map(({ line, reason }) => (
              <li key={`${line} ${reason}`}>
                <strong className="num">
                  {line === null ? groupFiles.wholeFile : groupFiles.line(line)}
                </strong>
                <span className="untrusted">{reason}</span>
              </li>
            ))}
            {refused.more > 0 && <li>{groupFiles.more(refused.more)}</li>}
          </ul>
        </Panel>
      </div>
    </Modal>
  )
}
