import type { watch as english } from '../en/watch.ts'

/** Endings, forecast, the clock. */
export const watch: typeof english = {}
