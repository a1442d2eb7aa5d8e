/** The words of groups. */
export const groups = {
  /** The name of a group that is offered: of the orders that are due, or of all. */
  offer: (type: string) => `${type} proxies`,
  /** The same, of the orders that end later. */
  offerLater: (type: string) => `More ${type} proxies`,
}
