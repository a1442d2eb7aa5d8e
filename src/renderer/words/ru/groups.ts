import { formatNumber } from '../../../shared/words/intl.ts'
import { pluralRu } from '../../../shared/words/plural.ts'
import type { groups as english } from '../en/groups.ts'

/** The words of groups. */
export const groups: typeof english = {
  offer: (type) => `Прокси ${type}`,
  offerLater: (type) => `Ещё прокси ${type}`,
  quote: {
    waiting: 'Здесь будет цена, когда указаны заказы и срок.',
    asking: 'Узнаём цену…',
    price: (sum) => `Продление стоит сейчас ${sum}`,
    off: (sum) => `скидка ${sum}`,
    codeNotValid: 'промокод недействителен',
    none: (why) => `Цены нет: ${why}`,
  },
  chips: {
    list: 'Прочитанные ID заказов',
    remove: (id) => `Убрать ${id}`,
    more: (n) => `и ещё ${formatNumber(n)}`,
    noId: 'не ID заказа',
    unlisted: 'нет в списке',
    inGroup: (name) => `в «${name}»`,
    repeated: (times) => `${formatNumber(times)} ${pluralRu(times, 'раз', 'раза', 'раз')}`,
  },
}
