/** Endings, forecast, the clock. */
export const watch = {}
