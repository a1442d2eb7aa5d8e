import { day, endsInWords } from '../../shared/domain/rules/ends.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { formatDate } from '../../shared/words/intl.ts'
import { words } from '../../shared/words/words.ts'
import type { Concern } from './concerns.ts'
import type { Ending } from './endings.ts'
import type { NotificationModel, NotificationTarget } from './model.ts'

/** What the words about endings depend on beside them. */
export interface EndingsContext {
  /** Ms since the epoch. */
  readonly now: number
  /** Account names by id, where several accounts are connected: then each group is named with its own. Null: one only. */
  readonly accountNames: ReadonlyMap<string, string> | null
  /** That this computer's clock is wrong, without a stop: then ends are told wrongly. Null: it is right. */
  readonly clock: string | null
}

/** The most groups that one notification names, and the most characters for all of them: what to do must fit behind. */
const mostNamed = 8
const namesLength = 370
/** Characters of a group's or an account's name where several stand in one text. */
const shortName = 30

/**
 * The one notification of endings that are told at the same time, most urgent first; null for none. It names no sums:
 * groups of several accounts may stand in it. A click chooses the most urgent group.
 */
export function endingsNotification(
  endings: readonly Ending[],
  context: EndingsContext,
): NotificationModel | null {
  const [first] = endings
  if (first === undefined) return null
  const { title, body } = endings.length === 1 ? oneEnding(first, context) : severalEndings(endings, context)
  const doubt = doubtOf(context)
  return model(
    { title, body: `${body}${doubt}` },
    { view: 'groups', accountId: first.accountId, groupId: first.groupId },
  )
}

interface Told {
  readonly title: string
  readonly body: string
}

function oneEnding(ending: Ending, context: EndingsContext): Told {
  const { endsAt, stage } = ending
  const { endings } = words().watch
  const name = nameOf(ending.name, 60)
  const account = context.accountNames?.get(ending.accountId)
  const where = account === undefined ? '' : `${nameOf(account, 60)}. `
  if (stage === 0) {
    return { title: endings.endedTitle(name), body: `${where}${endings.ended(formatDate(endsAt))}` }
  }
  return {
    title: endings.endsTitle(capital(endsInWords(endsAt, context.now)), name),
    body: `${where}${endings.ends(formatDate(endsAt))}`,
  }
}

function doubtOf({ clock }: EndingsContext): string {
  return clock === null ? '' : ` ${words().watch.endings.doubt(clock)}`
}

function severalEndings(endings: readonly Ending[], context: EndingsContext): Told {
  const ended = endings.filter(({ stage }) => stage === 0).length
  const ending = endings.length - ended
  const named: string[] = []
  for (const one of endings.slice(0, mostNamed)) {
    const short = shortWords(one, context)
    if ([...named, short].join(', ').length > namesLength - doubtOf(context).length) break
    named.push(short)
  }
  return {
    title: severalTitle(ended, ending),
    body: words().watch.endings.several(named.join(', '), endings.length - named.length),
  }
}

function severalTitle(ended: number, ending: number): string {
  const { endings } = words().watch
  if (ended === 0) return endings.severalEnd(ending)
  return ending === 0 ? endings.severalEnded(ended) : endings.endedAndEnd(ended, ending)
}

/** `Shop (ends in 20 h)`, or `Shop (Main, ends in 20 h)` where there are several accounts. */
function shortWords(
  { name, accountId, endsAt, stage }: Ending,
  { now, accountNames }: EndingsContext,
): string {
  const account = accountNames?.get(accountId)
  const facts = [
    ...(account === undefined ? [] : [nameOf(account, shortName)]),
    stage === 0 ? words().time.ended : endsInWords(endsAt, now),
  ]
  return `${nameOf(name, shortName)} (${facts.join(', ')})`
}

/** The notification of something about an account. `now`: ms since the epoch. */
export function concernNotification(concern: Concern, now: number): NotificationModel {
  const { accountId } = concern
  const name = nameOf(concern.name, 60)
  const { concerns } = words().watch
  switch (concern.kind) {
    case 'forecast':
      return model(forecastWords(name, concern, now), { view: 'groups', accountId, groupId: null })
    case 'keyRefused':
      return model(
        { title: concerns.keyRefusedTitle(name), body: concerns.keyRefused },
        { view: 'settings', accountId, groupId: null },
      )
    case 'offline':
      return model(
        { title: offlineTitle(name, now - concern.since), body: concerns.offline(formatDate(concern.since)) },
        { view: 'groups', accountId, groupId: null },
      )
  }
}

/** Sums of a forecast are estimates, and are called so. */
function forecastWords(name: string, concern: Extract<Concern, { kind: 'forecast' }>, now: number): Told {
  const { shortAt, shortBy } = concern
  const { concerns } = words().watch
  const by = shortBy === null ? null : formatMoney(shortBy)
  if (shortAt <= now) return { title: concerns.shortNowTitle(name), body: concerns.shortNow(by) }
  const date = formatDate(shortAt)
  return { title: concerns.shortFromTitle(date, name), body: concerns.shortFrom(date, by) }
}

function offlineTitle(name: string, ms: number): string {
  const { concerns } = words().watch
  const days = Math.floor(ms / day)
  return days < 2 ? concerns.offlineOverADay(name) : concerns.offlineForDays(days, name)
}

function model(
  { title, body }: Told,
  target: Pick<NotificationTarget, 'view' | 'accountId' | 'groupId'>,
): NotificationModel {
  return {
    title: cleanVendorText(title, 100),
    body: cleanVendorText(body, 500),
    target: { ...target, renewalId: null },
    urgency: 'normal',
  }
}

/** A name fit to stand in a sentence; one of which nothing is left is said to be none. */
function nameOf(name: string, maxLength: number): string {
  return cleanVendorText(name, maxLength) || words().watch.endings.noName
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
