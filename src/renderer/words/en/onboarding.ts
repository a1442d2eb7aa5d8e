/** The words of onboarding. */
export const onboarding = {}
