import { day, endsInWords } from '../../shared/domain/rules/ends.ts'
import { formatMoney } from '../../shared/domain/rules/money.ts'
import { cleanVendorText } from '../../shared/domain/rules/vendorText.ts'
import { formatDate } from '../../shared/words/intl.ts'
import type { Concern } from './concerns.ts'
import type { Ending } from './endings.ts'
import type { NotificationModel, NotificationTarget } from './model.ts'
import { counted } from './words.ts'

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

interface Words {
  readonly title: string
  readonly body: string
}

function oneEnding(ending: Ending, context: EndingsContext): Words {
  const { endsAt, stage } = ending
  const name = nameOf(ending.name, 60)
  const account = context.accountNames?.get(ending.accountId)
  const where = account === undefined ? '' : `${nameOf(account, 60)}. `
  if (stage === 0) {
    return {
      title: `Ended: ${name}`,
      body: `${where}Its first order ended ${formatDate(endsAt)}, and its proxies stop working. ${paysNothing} Renew it now if the customer is to keep them.`,
    }
  }
  return {
    title: `${capital(endsInWords(endsAt, context.now))}: ${name}`,
    body: `${where}Its first order ends ${formatDate(endsAt)}. ${paysNothing} Renew it before then, or its proxies stop working.`,
  }
}

const paysNothing = 'Leasebar pays nothing by itself.'

function doubtOf({ clock }: EndingsContext): string {
  return clock === null ? '' : ` ${clock}: this may be told wrongly.`
}

function severalEndings(endings: readonly Ending[], context: EndingsContext): Words {
  const ended = endings.filter(({ stage }) => stage === 0).length
  const ending = endings.length - ended
  const named: string[] = []
  for (const one of endings.slice(0, mostNamed)) {
    const words = shortWords(one, context)
    if ([...named, words].join(', ').length > namesLength - doubtOf(context).length) break
    named.push(words)
  }
  const left = endings.length - named.length
  return {
    title: severalTitle(ended, ending),
    body: `${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}. ${paysNothing} Renew them, or their proxies stop working.`,
  }
}

function severalTitle(ended: number, ending: number): string {
  if (ended === 0) return `${counted(ending, 'group')} end soon`
  if (ending === 0) return `${counted(ended, 'group')} ended`
  return `${counted(ended, 'group')} ended, ${ending} ${ending === 1 ? 'ends' : 'end'} soon`
}

/** `Shop (ends in 20 h)`, or `Shop (Main, ends in 20 h)` where there are several accounts. */
function shortWords(
  { name, accountId, endsAt, stage }: Ending,
  { now, accountNames }: EndingsContext,
): string {
  const account = accountNames?.get(accountId)
  const facts = [
    ...(account === undefined ? [] : [nameOf(account, shortName)]),
    stage === 0 ? 'ended' : endsInWords(endsAt, now),
  ]
  return `${nameOf(name, shortName)} (${facts.join(', ')})`
}

/** The notification of something about an account. `now`: ms since the epoch. */
export function concernNotification(concern: Concern, now: number): NotificationModel {
  const { accountId } = concern
  const name = nameOf(concern.name, 60)
  switch (concern.kind) {
    case 'forecast':
      return model(forecastWords(name, concern, now), { view: 'groups', accountId, groupId: null })
    case 'keyRefused':
      return model(
        {
          title: `API key refused: ${name}`,
          body: 'The vendor does not know this API key. Balance and end dates cannot be read, and nothing can be renewed or paid. Enter the API key again in Settings.',
        },
        { view: 'settings', accountId, groupId: null },
      )
    case 'offline':
      return model(
        {
          title: `Offline for ${offlineWords(now - concern.since)}: ${name}`,
          body: `The vendor could not be reached since ${formatDate(concern.since)}. Balance and end dates may have changed meanwhile, and nothing can be renewed or paid. Check the connection before a group ends.`,
        },
        { view: 'groups', accountId, groupId: null },
      )
  }
}

/** Sums of a forecast are estimates, and are called so. */
function forecastWords(name: string, concern: Extract<Concern, { kind: 'forecast' }>, now: number): Words {
  const { shortAt, shortBy } = concern
  const by = shortBy === null ? '' : ` by about ${formatMoney(shortBy)}`
  if (shortAt <= now) {
    return {
      title: `Short of money for renewals: ${name}`,
      body: `The balance does not cover the renewals that are due now: short${by || ' of money'} (estimated). Top up at the vendor, or renewals will be refused.`,
    }
  }
  return {
    title: `Short of money from ${formatDate(shortAt)}: ${name}`,
    body: `The balance covers renewals until about ${formatDate(shortAt)}; then it is short${by || ' of money'} (estimated). Top up at the vendor before then, or renewals will be refused.`,
  }
}

function offlineWords(ms: number): string {
  const days = Math.floor(ms / day)
  return days < 2 ? 'over a day' : counted(days, 'day')
}

function model(
  { title, body }: Words,
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
  return cleanVendorText(name, maxLength) || '(no name)'
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
