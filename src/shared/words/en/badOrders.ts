/** `Find the bad order`: why a search could not begin, or came to no end. */
export const badOrders = {
  /** `group`: of the same account. */
  busy: (group: string) =>
    `Leasebar still looks for the bad order of “${group}”. Wait for it or stop it first, so that the vendor is asked for one quote at a time.`,
  groupChanged: 'The group was changed while Leasebar asked. Ask again.',
  answersChanged:
    'The vendor’s answers changed while Leasebar asked: it does not accept now what it accepted before, or the other way round. Ask again.',
  bug: 'Something went wrong inside Leasebar. Ask again.',
  noKey: 'The API key could not be read.',
  otherError: 'The vendor answers with another error now, which does not tell of single orders.',
  /** What the vendor said, and what to do about it. */
  said: (message: string, code: number, advice: string) => `“${message}” (error ${code}). ${advice}`,
  waitAWhile: 'The vendor asks to wait a while before the next request. Ask again then.',
  waitSeconds: (n: number) => `The vendor asks to wait ${n} s before the next request. Ask again then.`,
  waitMinutes: (n: number) => `The vendor asks to wait ${n} min before the next request. Ask again then.`,
  noAnswer: 'No usable answer came from the vendor.',
}
