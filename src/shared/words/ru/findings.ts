import type { findings as english } from '../en/findings.ts'
import { pluralRu } from '../plural.ts'

type Meant = Parameters<(typeof english)['renewedLately']['title']>[0]

const orders = ({ count, one }: Meant): string =>
  one === null ? `${count} ${pluralRu(count, 'заказ', 'заказа', 'заказов')} из этих` : `Заказ ${one}`

/** What the guard asks about. A date ends in «г.», so none stands before a full stop. */
export const findings: typeof english = {
  warning: {
    title: (message, code) => `Поставщик предупреждает: «${message}» (код ${code})`,
    text: 'По его документации заказы с предупреждением не продлеваются, но деньги он всё же может взять.',
  },
  aboveBalance: {
    title: (price, balance) => `Цена ${price} больше баланса ${balance}`,
    text: (missing) =>
      `${missing === null ? 'Денег не хватает' : `Не хватает ${missing}`}. Скорее всего, поставщик откажет.`,
  },
  promoNotValid: {
    title: (promoCode, status) =>
      `Промокод «${promoCode}» не действует${status === null ? '' : ` (поставщик сообщает ${status})`}`,
    text: (price) => `Поставщик всё равно продлил бы, по полной цене${price === null ? '' : ` ${price}`}.`,
  },
  overLimit: {
    dayTitle: (sum) => `Сегодняшние продления вместе вышли бы на ${sum}`,
    title: (sum) => `Цена ${sum} больше вашего лимита`,
    group: (limit) => `Это больше лимита трат этой группы: ${limit}.`,
    account: (limit) => `Это больше лимита аккаунта на одно продление: ${limit}.`,
    day: (limit) => `Это больше лимита аккаунта на один день: ${limit}.`,
  },
  priceRose: {
    title: (from, to) => `Цена выросла с ${from} до ${to}`,
    another: 'Это не та цена, которую вы видели в последний раз.',
    more: (sum) => `Это на ${sum} больше, чем вы видели в последний раз.`,
  },
  noQuote: {
    title: 'Поставщик не назвал цену этого продления',
    text: (reason) => `${reason} Сколько оно стоит, станет известно только после оплаты.`,
  },
  otherCurrency: {
    title: (price, balance) => `Цена в ${price}, остальные суммы здесь в ${balance}`,
    text: 'Leasebar не может сравнивать суммы в разных валютах. Проверьте сами, что баланса хватит.',
  },
  unknownBefore: {
    title: (sum) => `${sum} могут быть оплачены дважды`,
    noSum: 'Это может быть оплачено дважды; сумма неизвестна, потому что цены не было',
    text: (meant, startedAt) =>
      `${orders(meant)} — в продлении, исход которого неизвестен (${startedAt}). Сначала выясните его исход в разделе «История».`,
  },
  renewedLately: {
    title: (meant) =>
      `${orders(meant)} ${meant.one === null ? pluralRu(meant.count, 'продлён', 'продлены', 'продлены') : 'продлён'} меньше 24 часов назад`,
    text: (at) => `Время продления: ${at} — если продлить сейчас, вы оплатите ещё один срок.`,
  },
  endMoved: {
    title: (orderId, to) => `Срок заказа ${orderId} теперь истекает ${to}`,
    forward: (from) =>
      `В последний раз показывался другой срок (${from}). Вероятно, заказ продлили в другом месте.`,
    back: (from) => `В последний раз показывался другой срок (${from}). Поставщик его сократил.`,
  },
  autoExtendSoon: {
    title: (meant) => `${orders(meant)} вот-вот продлит сам поставщик`,
    text: (endsAt) =>
      `Автопродление включено, и конец срока близко (${endsAt}). Если продлить сейчас, можно заплатить дважды.`,
  },
  restored: {
    title: 'Записи восстановлены, а сроки с тех пор ещё не прочитаны',
    text: 'В записях может не быть продления, сделанного в промежутке, и оно было бы оплачено дважды.',
  },
}
