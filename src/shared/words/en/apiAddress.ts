/** What is wrong with an API address that was typed, and the way out. */
export const apiAddress = {
  none: 'This is not an address. It should look like https://youproxy.io.',
  notHttps: 'The address must begin with https://.',
  credentials: 'The address must not hold a user name or password. The API key has its own field.',
  plainHttp: 'The address must begin with https://: over http:// anyone on the way could read the API key.',
  path: 'The address must end after the host, without a path. Leasebar adds the path itself.',
}
