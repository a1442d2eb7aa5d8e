import type { onboarding as english } from '../en/onboarding.ts'

/** The words of onboarding. */
export const onboarding: typeof english = {}
