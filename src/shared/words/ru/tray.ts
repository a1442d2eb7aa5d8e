import type { tray as english } from '../en/tray.ts'
import { pluralRu } from '../plural.ts'

/** The tray's menu and tooltip. */
export const tray: typeof english = {
  unknown: (n) => `исход ${n} ${pluralRu(n, 'продления', 'продлений', 'продлений')} неизвестен`,
  ended: (n) => `срок истёк у ${n} ${pluralRu(n, 'группы', 'групп', 'групп')}`,
  due: (n) => `${n} ${pluralRu(n, 'группу', 'группы', 'групп')} пора продлить`,
  balance: (words) => `Баланс: ${words}`,
  notRead: 'ещё не прочитан',
  offline: 'нет связи',
  low: 'низкий',
  renew: (group, days) => `Продлить ${group} · ${days} ${pluralRu(days, 'день', 'дня', 'дней')}`,
  renewing: (group) => `Продлевается: ${group}…`,
  more: (n) => `Ещё ${n} в окне…`,
  renewingDue: 'Продлевается всё, что пора…',
  renewingSelected: 'Продлеваются выбранные группы…',
  renewDue: 'Продлить всё, что пора…',
  open: 'Открыть',
  checkBalance: 'Проверить баланс сейчас',
  settings: 'Настройки',
  quit: 'Выйти',
}
