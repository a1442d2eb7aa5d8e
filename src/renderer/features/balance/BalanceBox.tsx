import {
  CalendarClock,
  ChartLine,
  CloudOff,
  Hourglass,
  RefreshCw,
  TrendingDown,
  TriangleAlert,
  Wallet,
} from 'lucide-react'
import type { BalanceView, ForecastView } from '../../../shared/contract/snapshot.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { call } from '../../state/bridge.ts'
import { useMsLeft } from '../../state/countdown.ts'
import { tellProblem } from '../../state/messages.ts'
import { useNow } from '../../state/now.ts'
import { useBalance, useForecast } from '../../state/selectors.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setUi } from '../../state/uiStore.ts'
import { IconButton } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { agoWords, untilWords } from '../../words/time.ts'
import { topUp } from './topUp.ts'

/** Reads an account's balance now; what goes wrong is told. */
export async function checkBalance(accountId: string): Promise<void> {
  const answer = await call('balance.refresh', { accountId })
  if (!answer.ok) tellProblem(pageWords().balance.notRead, answer.error.message, `balance-${accountId}`)
}

/** The balance, always in sight, with its age and what is the matter with it. */
export function BalanceBox({ accountId }: { readonly accountId: string }) {
  const balance = useBalance(accountId)
  const forecast = useForecast(accountId)
  const balanceWords = pageWords().balance
  const isVendor = useSnapshot(({ accounts }) =>
    accounts.some(({ id, kind }) => id === accountId && kind === 'vendor'),
  )
  return (
    <>
      <div className="balance">
        <section className="balance-figures" aria-label={balanceWords.title}>
          <span className={`balance-sum num${balance?.low ? ' balance-low' : ''}`}>
            {balance?.money ? formatMoney(balance.money) : '–'}
          </span>
          <BalanceAge balance={balance} />
        </section>
        <div className="balance-tools">
          {isVendor && (
            <IconButton
              label={balanceWords.topUp}
              icon={<Wallet size={15} />}
              onClick={() => topUp(() => void checkBalance(accountId))}
            />
          )}
          <IconButton
            label={balanceWords.history.title}
            icon={<ChartLine size={15} />}
            onClick={() => setUi({ balanceOpen: true })}
          />
          <IconButton
            label={balanceWords.check}
            icon={<RefreshCw size={15} />}
            busy={balance?.reading ?? false}
            onClick={() => void checkBalance(accountId)}
          />
        </div>
      </div>
      {forecast && <Forecast forecast={forecast} />}
    </>
  )
}

/** How far the balance reaches: an estimate, and said to be one. */
function Forecast({ forecast: { words, tone } }: { readonly forecast: ForecastView }) {
  const Icon = tone === 'short' ? TriangleAlert : CalendarClock
  return (
    <p className={`balance-forecast num${tone === 'short' ? ' balance-off' : ''}`}>
      <Icon size={13} aria-hidden="true" />
      <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
    </p>
  )
}

/** How old the figure is, and what is the matter with it: each state has its own sign, not only a colour. */
function BalanceAge({ balance }: { readonly balance: BalanceView | null }) {
  const now = useNow()
  const left = useMsLeft(balance?.nextTryAt ?? null)
  const words = pageWords().balance.age
  const ago = balance?.readAt == null ? null : agoWords(balance.readAt, now)
  if (balance && balance.nextTryAt !== null) {
    return (
      <span className="balance-age balance-off" title={words.asksToWait}>
        <Hourglass size={13} aria-hidden="true" /> {words.nextTry(untilWords(left))}
      </span>
    )
  }
  if (balance?.offline) {
    return (
      <span className="balance-age balance-off">
        <CloudOff size={13} aria-hidden="true" /> {words.offline(ago)}
      </span>
    )
  }
  if (balance?.problem) {
    return (
      <span className="balance-age balance-off" title={balance.problem}>
        <TriangleAlert size={13} aria-hidden="true" /> {words.problem(ago)}
      </span>
    )
  }
  return (
    <span className="balance-age">
      {balance?.low && (
        <span className="balance-off">
          <TrendingDown size={13} aria-hidden="true" /> {words.low}
        </span>
      )}
      {ago !== null ? words.read(ago) : balance?.reading ? words.reading : words.never}
    </span>
  )
}
