/** The words of app. */
export const app = {}
