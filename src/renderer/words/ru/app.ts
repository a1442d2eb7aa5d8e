import type { app as english } from '../en/app.ts'

/** The words of app. */
export const app: typeof english = {}
