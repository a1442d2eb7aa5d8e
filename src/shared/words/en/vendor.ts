/** What the vendor, or the way to it, said. */
export const vendor = {}
