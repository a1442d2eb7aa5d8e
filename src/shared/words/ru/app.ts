import type { app as english } from '../en/app.ts'

/** Starting, quitting, the app itself. */
export const app: typeof english = {}
