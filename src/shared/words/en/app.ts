/** Starting, quitting, the app itself. */
export const app = {}
