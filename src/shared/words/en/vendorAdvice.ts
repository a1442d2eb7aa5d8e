/** What to do next, by what the vendor said. Shown behind the vendor's own words. */
export const vendorAdvice = {
  key: 'Enter the API key again in Settings.',
  type: 'Check the group’s proxy type: every order of it must be of that type.',
  period: 'Choose another rental period: the vendor does not offer this one for this type.',
  funds: 'Top up the balance at the vendor, then renew again.',
  addresses: 'Check the group’s orders: the vendor does not accept their addresses.',
  order: 'Check the group’s order ids: the vendor does not accept one of them.',
  whole: 'Orders of this type can only be renewed whole. Check the group’s order ids.',
  orders:
    'Check the group’s order ids: one that the vendor does not know refuses the whole group. “Find the bad order” finds it, and costs nothing.',
  other: 'If this keeps happening, ask the vendor’s support about this error.',
}
