/** The words of balance. */
export const balance = {
  topUp: 'Top up at the vendor’s site',
}
