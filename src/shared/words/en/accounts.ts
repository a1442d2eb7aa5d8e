import { pluralEn } from '../plural.ts'

/** Accounts, their keys and the keychain. */
export const accounts = {
  /** The practice account’s name when a person did not choose one. */
  practiceName: 'Practice account',
  gone: 'This account is not there any more.',
  enterKey: 'Enter the API key.',
  keyTooLong: (most: number) => `An API key has at most ${most} characters. Check what was pasted.`,
  keyConnected: (account: string) => `This key is already connected, as “${account}”.`,
  keyUnknown: 'The vendor does not know this key. Check that it was copied whole.',
  /** `why`: a sentence with its full stop. */
  nothingStored: (why: string) => `${why} Nothing was stored.`,
  nameMissing: 'Give the account a name.',
  nameTooLong: (most: number) => `Use at most ${most} characters for the name.`,
  nameTaken: (name: string) => `An account is already called “${name}”.`,
  otherAddress: (host: string) =>
    `The key will be sent to ${host}, which is not the default address. Whoever runs ${host} can then spend this account’s balance. Connect to it?`,
  enterSum: 'Enter a sum such as 25 or 25.50, or leave it empty.',
  noSum: 'This is not an amount.',
  /** Why a key cannot be had, and the way out. */
  keychain: {
    absent: 'The API key is not in the keychain any more. Enter it again.',
    locked: 'The keychain is locked. Unlock it (signing in to the desktop usually does), then try again.',
    unavailable:
      'No keychain answers on this system. Start one (such as GNOME Keyring or KWallet), or keep the key for this session only.',
    waiting: 'The keychain is asking for your permission. Answer its question, then try again.',
  },
  /** What removing an account would leave behind: renewals whose outcome is unknown. */
  unsettled: (account: string, n: number) =>
    `“${account}” has ${pluralEn(n, 'one renewal', `${n} renewals`)} whose outcome is unknown. Without its key Leasebar cannot find out what became of the money. Remove it all the same?`,
  /** The key that it would leave behind. `why`: a sentence with its full stop. */
  keyStays: (why: string, accountId: string) =>
    `The key could not be taken out of the keychain. ${why} Remove the account all the same? Its key then stays in the keychain under “Leasebar”, ${accountId}.`,
}
