/** The first start, before there is an account. */
export const onboarding = {
  pitch: 'Keeps your rented proxies from lapsing: renew a whole group with one click, and never pay twice.',
  settings: 'Settings',
}
