/** Newer versions of Leasebar: what main says of looking, downloading and restarting. */
export const updates = {
  unreadable: 'What the release feed says could not be understood.',
  forged:
    'What the release feed says is not signed by the makers of Leasebar. Nothing of it was believed; tell them.',
  notHttps: 'Releases are read over https only.',
  proxy: 'The system’s proxy is of a kind that Leasebar cannot use. HTTP and HTTPS proxies work.',
  status: (status: number) =>
    status >= 300 && status < 400
      ? `The release feed points to another address (HTTP ${status}), which is not followed.`
      : `The release feed answered with HTTP ${status}.`,
  insecure: (host: string) => `No secure connection to ${host}: its certificate is not trusted.`,
  notReached: (host: string) => `${host} could not be reached, or stopped answering.`,
  stopped: 'It was stopped.',
  damaged:
    'The package is not what the release says it is, and was thrown away. Try again later; if it stays so, tell the makers.',
  /** `code`: the system’s word for it; may be empty. */
  notWritten: (path: string, code: string) =>
    `The package could not be written to ${path}${code === '' ? '' : ` (${code})`}.`,
  nothingFound: 'No newer version was found yet. Check for one first.',
  noPackage: 'The newer version has no package for this system.',
  nothingInstalled: 'No other version was installed since Leasebar started.',
  nothingReady: 'No package lies ready.',
  /** Of the tray’s menu. */
  isOut: (version: string) => `Leasebar ${version} is out…`,
  restartReady: 'Restart for the new version…',
}
