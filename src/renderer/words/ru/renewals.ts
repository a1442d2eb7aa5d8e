import type { renewals as english } from '../en/renewals.ts'
import { counted } from './counted.ts'

/** The guard's question, and how an outcome is told. */
export const renewals: typeof english = {
  guard: (group) => `Продлить «${group}»?`,
  about: (orders, days) => `${counted.orders(orders)} на ${counted.days(days)}. Пока ничего не оплачено.`,
  expired: 'Этому вопросу больше 5 минут. Цены могли измениться.',
  cancel: 'Отмена',
  askAgain: 'Спросить снова',
  anyway: 'Всё равно продлить',
  moreFound: 'С тех пор, как вы согласились, нашлось ещё кое-что',
  moreFoundText: 'Ничего не оплачено. Новое отмечено.',
  isNew: 'новое',
  price: 'Цена',
  balance: 'Баланс сейчас',
  left: 'Останется',
  notKnown: 'неизвестно',
  theGroup: 'Группа',
  showInHistory: 'Показать в истории',
  settled: (group, label, last) => `${group}: исход выяснен — ${label}. ${last}`,
  money: {
    renewed: 'оплачено',
    refused: 'ничего не оплачено',
    'not sent': 'ничего не оплачено',
    unknown: 'могло быть оплачено',
    'not renewed': 'ничего не оплачено',
  },
  underWay: (group) => `${group}: ещё идёт.`,
  told: (group, label) => `${group}: ${label}.`,
  paid: (sum) => `Оплачено ${sum}.`,
  leftNow: (sum) => `Осталось ${sum}.`,
  notRecorded: 'Диск отказался это записать; пока оно только в памяти.',
}
