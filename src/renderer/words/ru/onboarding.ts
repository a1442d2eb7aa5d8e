import type { onboarding as english } from '../en/onboarding.ts'

/** The first start, before there is an account. */
export const onboarding: typeof english = {
  pitch:
    'Следит, чтобы срок аренды ваших прокси не истёк: продлевайте всю группу одним нажатием и никогда не платите дважды.',
  settings: 'Настройки',
}
