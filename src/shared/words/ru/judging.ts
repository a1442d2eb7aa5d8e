import type { judging as english } from '../en/judging.ts'
import { pluralRu } from '../plural.ts'

const days = (n: number): string => `${n} ${pluralRu(n, 'день', 'дня', 'дней')}`

/** The vendor's words for an error, as they came. */
const told = (message: string, code: number): string => `«${message}» (ошибка ${code})`

/** What an exchange came to, and what is odd about it. */
export const judging: typeof english = {
  notSent: (why) => `Ничего не отправлено и ничего не оплачено. ${why}`,
  unknown: (why) =>
    `${why} Продление могло быть оплачено, а могло и не быть. Не продлевайте эти заказы вручную, пока исход не выяснен.`,
  ended: 'Leasebar завершился раньше, чем был записан ответ поставщика.',
  failed: 'Во время запроса в Leasebar произошла ошибка.',
  contradictsItself: 'Ответ поставщика противоречит сам себе: в нём и успех, и ошибка.',
  saysNeither: 'В ответе поставщика не сказано ни того, что продление прошло, ни почему не прошло.',
  mayFollowCharge: (message, code) =>
    `Поставщик ответил: ${told(message, code)}. Такой ответ может прийти и после списания денег.`,
  countsAddresses: (message, code) =>
    `Поставщик ответил: ${told(message, code)}. И всё же в ответе есть число продлённых адресов.`,
  tellsNoBalance: (message, code) =>
    `Поставщик ответил: ${told(message, code)}. Баланса в ответе нет, а при отказе он был бы.`,
  currencyChanged: (message, code) =>
    `Поставщик ответил: ${told(message, code)}. При этом изменилась валюта баланса.`,
  balanceFell: (message, code, { from, to }) =>
    `Поставщик ответил: ${told(message, code)}. При этом баланс снизился с ${from} до ${to}.`,
  refused: (message, code, advice) =>
    `Поставщик отклонил продление: ${told(message, code)}. Ничего не оплачено. ${advice}`,
  renewed: ({ orders, days: period, price, left }) =>
    `${pluralRu(orders, 'Продлён', 'Продлены', 'Продлено')} ${orders} ${pluralRu(orders, 'заказ', 'заказа', 'заказов')} на ${days(period)}${price === null ? '' : ` за ${price}`}.${left === null ? '' : ` На балансе осталось ${left}.`}`,
  remarks: {
    promoFull: (code) => `Промокод ${code} не сработал: оплачена полная цена.`,
    promoNotTold: (code) => `Поставщик не сообщает, сработал ли промокод ${code}.`,
    promoOpen: (code, status) =>
      `Поставщик сообщает ${status}; из этого не ясно, сработал ли промокод ${code}.`,
    days: (said, asked) => `Запрошено: ${days(asked)}, а поставщик сообщает: ${days(said)}.`,
    type: (said, asked) => `Запрошен тип ${asked}, а поставщик сообщает тип ${said}.`,
    addresses: (renewed, held) =>
      `Поставщик продлил ${renewed} ${pluralRu(renewed, 'адрес', 'адреса', 'адресов')}, а в этих заказах их ${held}.`,
    paid: (fall, quoted) => `Баланс снизился на ${fall}, а цена была ${quoted}.`,
  },
}
