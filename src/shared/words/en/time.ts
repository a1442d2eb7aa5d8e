import { pluralEn } from '../plural.ts'

/** How far away something is, and how long ago. */
export const time = {
  ended: 'ended',
  endsWithinTheHour: 'ends within the hour',
  /** Below 48 hours. */
  endsInHours: (hours: number) => `ends in ${hours} h`,
  endsInDays: (days: number) => `ends in ${days} ${pluralEn(days, 'day', 'days')}`,
  justNow: 'just now',
  minutesAgo: (minutes: number) => `${minutes} min ago`,
  hoursAgo: (hours: number) => `${hours} h ago`,
  daysAgo: (days: number) => `${days} ${pluralEn(days, 'day', 'days')} ago`,
  now: 'now',
  inSeconds: (seconds: number) => `in ${seconds} s`,
  inMinutes: (minutes: number) => `in ${minutes} min`,
  inHours: (hours: number) => `in ${hours} h`,
}
