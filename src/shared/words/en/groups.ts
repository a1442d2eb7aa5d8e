/** What is wrong with a field of the group editor, and the way out. */
export const groups = {
  fields: {
    noName: 'Give the group a name.',
    longName: 'Use at most 80 characters for the name.',
    nameTaken: (name: string) => `A group of this account is already called “${name}”.`,
    /** `shown`: the first id that is none; `more`: how many there are besides. */
    longId: (shown: string, more: number, most: number) =>
      `“${shown}”${more > 0 ? ` and ${more} more` : ''}: an order id has at most ${most} characters.`,
    oddId: (shown: string, more: number) =>
      `“${shown}”${more > 0 ? ` and ${more} more` : ''}: an order id has only letters, digits, - and _.`,
    noIds: 'Paste at least one order id.',
    manyIds: (most: number, entered: number) =>
      `A group holds at most ${most} orders; you entered ${entered}.`,
    period: 'Enter whole days from 1 to 3650.',
    promoCode: 'A promo code has at most 80 characters.',
    priceLimit: 'Enter a sum such as 25 or 25.50.',
    dueDays: (most: number) =>
      `Due days: enter whole days from 1 to ${most}, or nothing to go by the settings.`,
  },
}
