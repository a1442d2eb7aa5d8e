import type { groups as english } from '../en/groups.ts'

/** The words of groups. */
export const groups: typeof english = {
  offer: (type) => `Прокси ${type}`,
  offerLater: (type) => `Ещё прокси ${type}`,
}
