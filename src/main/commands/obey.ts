import type { RenewalAnswer } from '../../shared/contract/types.ts'
import type { Account } from '../../shared/domain/account.ts'
import type { Group } from '../../shared/domain/group.ts'
import type { Money } from '../../shared/domain/money.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { costOf } from '../../shared/domain/rules/cost.ts'
import { findingWords } from '../../shared/domain/rules/findingWords.ts'
import { decimalText, formatMoney } from '../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { words } from '../../shared/words/words.ts'
import { type Command, type CommandReply, exitCodes, said } from './command.ts'

/** What carrying out a command needs of the rest. */
export interface CommandParts {
  readonly accounts: () => readonly Pick<Account, 'id' | 'name'>[]
  readonly groups: () => readonly Pick<Group, 'id' | 'name' | 'accountId'>[]
  /** The account that the window is on; null: none was chosen. */
  readonly selectedAccountId: () => string | null
  /** One click on `Renew`, under the same guard. */
  readonly renew: (groupId: string) => Promise<Result<RenewalAnswer, { readonly message: string }>>
  /** The guard's question is put into the window. */
  readonly ask: (accountId: string, answer: Extract<RenewalAnswer, { kind: 'asks' }>) => void
  readonly readBalance: (accountId: string) => Promise<Result<null, string>>
  readonly balance: (accountId: string) => Money | null
  readonly show: (accountId: string) => void
}

type Found<T> = Result<T, CommandReply>

/** Carries out a command, and answers when it came to its end. */
export async function obey(parts: CommandParts, command: Command): Promise<CommandReply> {
  return command.kind === 'renew' ? renew(parts, command) : checkBalance(parts, command)
}

async function renew(
  parts: CommandParts,
  { group: named, account }: Extract<Command, { kind: 'renew' }>,
): Promise<CommandReply> {
  const found = findGroup(parts, named, account)
  if (!found.ok) return found.error
  const group = found.value
  const answer = await parts.renew(group.id)
  if (!answer.ok) return said(exitCodes.notDone, bounded(answer.error.message), group.name)
  if (answer.value.kind === 'asks') {
    parts.ask(group.accountId, answer.value)
    return asks(group.name, answer.value)
  }
  return ended(answer.value.renewal)
}

function asks(
  group: string,
  { question: { price, balance, findings } }: Extract<RenewalAnswer, { kind: 'asks' }>,
): CommandReply {
  const titles = findings.map((finding) => findingWords(finding).title)
  return {
    exit: exitCodes.asks,
    line: {
      ...said(exitCodes.asks, bounded(words().commands.asks(titles)), group).line,
      ...sums(price, balance),
    },
  }
}

/** What a renewal came to. The price is what it cost, of one that was refused or not sent the quote's. */
function ended(renewal: Renewal): CommandReply {
  const { intent, result } = renewal
  const outcome = currentOutcome(renewal) ?? 'unknown'
  const price =
    outcome === 'renewed' || outcome === 'unknown' ? costOf(renewal) : (intent.quote?.price ?? null)
  const message = [result?.detail ?? words().commands.noAnswer, ...(result?.remarks ?? [])].join(' ')
  const exit = { renewed: exitCodes.done, unknown: exitCodes.unknown }[outcome as string] ?? exitCodes.notDone
  return {
    exit,
    line: {
      group: intent.groupName,
      outcome,
      ...sums(price, result?.balanceAfter ?? intent.balanceBefore),
      message: bounded(message),
    },
  }
}

async function checkBalance(
  parts: CommandParts,
  { account: named, show }: Extract<Command, { kind: 'check-balance' }>,
): Promise<CommandReply> {
  const found = findAccount(parts, named)
  if (!found.ok) return found.error
  const { id, name } = found.value
  if (show) parts.show(id)
  const read = await parts.readBalance(id)
  const balance = parts.balance(id)
  const message = read.ok
    ? words().commands.balance(name, balance === null ? words().commands.notKnown : formatMoney(balance))
    : read.error
  const reply = said(read.ok ? exitCodes.done : exitCodes.notDone, bounded(message))
  return { ...reply, line: { ...reply.line, ...sums(null, read.ok ? balance : null) } }
}

function findAccount(parts: CommandParts, named: string | null): Found<Pick<Account, 'id' | 'name'>> {
  const { usage } = words().commands
  const all = parts.accounts()
  const selected = all.find(({ id }) => id === parts.selectedAccountId())
  const matching = named === null ? all : all.filter(({ id, name }) => id === named || name === named)
  const [only] = named === null && selected ? [selected] : matching
  if (only !== undefined && (matching.length === 1 || only === selected)) return ok(only)
  return err(said(exitCodes.usage, matching.length > 1 ? usage.whichAccount : usage.noAccount))
}

function findGroup(
  parts: CommandParts,
  named: string,
  account: string | null,
): Found<Pick<Group, 'id' | 'name' | 'accountId'>> {
  const { usage } = words().commands
  const accountIds = parts
    .accounts()
    .filter(({ id, name }) => account === null || id === account || name === account)
    .map(({ id }) => id)
  if (accountIds.length === 0) return err(said(exitCodes.usage, usage.noAccount, named))
  const matching = parts
    .groups()
    .filter(({ id, name, accountId }) => accountIds.includes(accountId) && (id === named || name === named))
  const [only] = matching
  if (only !== undefined && matching.length === 1) return ok(only)
  return err(said(exitCodes.usage, matching.length > 1 ? usage.whichGroup : usage.noGroup, named))
}

function sums(price: Money | null, balance: Money | null) {
  return {
    price: price && decimalText(price.amount),
    currency: (price ?? balance)?.currency ?? null,
    // Never beside a sum of another currency.
    balance:
      balance && (price === null || price.currency === balance.currency) ? decimalText(balance.amount) : null,
  }
}

function bounded(message: string): string {
  return cleanVendorText(message, 1200)
}
