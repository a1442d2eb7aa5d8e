import type { time as english } from '../en/time.ts'
import { pluralRu } from '../plural.ts'

/** How far away something is, and how long ago. */
export const time: typeof english = {
  ended: 'срок истёк',
  endsWithinTheHour: 'истекает в течение часа',
  endsInHours: (hours) => `истекает через ${hours} ч`,
  endsInDays: (days) => `истекает через ${days} ${pluralRu(days, 'день', 'дня', 'дней')}`,
  justNow: 'только что',
  minutesAgo: (minutes) => `${minutes} мин назад`,
  hoursAgo: (hours) => `${hours} ч назад`,
  daysAgo: (days) => `${days} ${pluralRu(days, 'день', 'дня', 'дней')} назад`,
  now: 'сейчас',
  inSeconds: (seconds) => `через ${seconds} с`,
  inMinutes: (minutes) => `через ${minutes} мин`,
  inHours: (hours) => `через ${hours} ч`,
}
