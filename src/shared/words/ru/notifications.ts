import type { notifications as english } from '../en/notifications.ts'
import { pluralRu } from '../plural.ts'

const days = (n: number): string => `${n} ${pluralRu(n, 'день', 'дня', 'дней')}`
/** As in «из 21 группы», «из 2 групп»; of those that are due «…, которые пора продлить». */
const ofGroups = (n: number, due: boolean): string =>
  due
    ? `${n} ${pluralRu(n, 'группы, которую', 'групп, которые', 'групп, которые')} пора продлить`
    : `${n} ${pluralRu(n, 'группы', 'групп', 'групп')}`

/** Facts with a full stop behind them; where they end in a date, its «г.» is one. */
function stopped(facts: readonly string[]): string {
  const all = facts.join(' · ')
  return all.endsWith('.') ? all : `${all}.`
}

/** Notifications of outcomes and of a low balance. */
export const notifications: typeof english = {
  title: (outcome, group) => `${outcome}: ${group}`,
  unsaved: 'Диск не принял эту запись; не выходите из Leasebar, пока она не сохранена.',
  renewed: (facts) =>
    stopped([
      days(facts.days),
      ...(facts.sum === null ? [] : [facts.sum]),
      ...(facts.left === null ? [] : [`осталось ${facts.left}`]),
      ...(facts.end === null ? [] : [`теперь до ${facts.end}`]),
    ]),
  nothingPaid: 'Ничего не оплачено.',
  saysNothingPaid: (detail) => /ничего[^.]*не (было )?оплачено/i.test(detail),
  vendorSays: (message, code) => `Поставщик сообщил: «${message}» (ошибка ${code}).`,
  noReason: (code) => `Поставщик не назвал причину (ошибка ${code}).`,
  unknown: (sum) =>
    `Ясного ответа не пришло: продление могло быть оплачено, а могло и не быть${sum === null ? '' : ` (${sum})`}.`,
  unknownAdvice:
    'Сам Leasebar не отправит его снова. Не продлевайте эти заказы вручную, пока исход не выяснен в истории.',
  settled: {
    didNot: 'Сроки не сдвинулись, недостачи на балансе нет: продление не прошло, и ничего не оплачено.',
    again: 'Продлите снова, если это ещё нужно.',
    wentThrough: 'Сроки сдвинулись, значит, продление прошло.',
    facts: (facts) =>
      stopped([
        days(facts.days),
        ...(facts.sum === null ? [] : [`цена ${facts.sum}`]),
        ...(facts.end === null ? [] : [`теперь до ${facts.end}`]),
      ]),
  },
  low: {
    title: (balance) => `Низкий баланс: ${balance}`,
    crossed: (account, threshold) =>
      `${account}: баланс ниже ${threshold}. Пополните баланс у поставщика, иначе продления будут отклонены.`,
    still: (account, threshold) =>
      `${account}: баланс всё ещё ниже ${threshold}. Пополните баланс у поставщика, иначе продления будут отклонены.`,
  },
  dueRun: {
    noneRenewed: (meant, due) => {
      if (meant > 1) return `Не продлена ни одна из ${ofGroups(meant, due)}`
      return due ? 'Группа, которую пора продлить, не продлена' : 'Группа не продлена'
    },
    allRenewed: (meant, due) =>
      due
        ? `Продлено: ${meant} ${pluralRu(meant, 'группа, которую', 'группы, которые', 'групп, которые')} пора было продлить`
        : `Продлено: ${meant} ${pluralRu(meant, 'группа', 'группы', 'групп')}`,
    someRenewed: (renewed, meant, due) => `Продлено: ${renewed} из ${ofGroups(meant, due)}`,
    paid: (sums) => `Оплачено: ${sums.join(' и ')}.`,
    notKnown: 'Оплачено ли что-нибудь, неизвестно.',
    stopped: (why) => `Остановлено: ${why}`,
    notPaid: (groups) => `Не оплачено: ${groups}.`,
    notTried: (groups) => `Не пробовали продлить: ${groups}.`,
    andMore: (names, more) => `${names} и ещё ${more}`,
  },
}
