/** Newer versions of Leasebar, as the window tells of them. */
export const updates = {
  title: 'New versions',
  none: 'This copy of Leasebar was made without a release feed: it never looks for newer versions. Look where you got it.',
  look: 'Look for new versions',
  lookHint: (host: string) =>
    `Once a day, at ${host}. Nothing is downloaded or installed unless you press for it.`,
  check: 'Check for a new version',
  checking: 'Checking…',
  /** `when`: date and time. */
  current: (version: string, when: string) => `Leasebar ${version} is the newest version, checked ${when}.`,
  running: (version: string) => `This is Leasebar ${version}.`,
  failed: 'No answer about new versions',
  notDownloaded: (version: string) => `Leasebar ${version} was not downloaded`,
  question: {
    title: 'May Leasebar look for new versions?',
    text: (host: string) =>
      `Once a day it would read ${host}. It sends nothing about you, and installs nothing. The settings can change this.`,
    yes: 'Look once a day',
    no: 'No, never',
  },
  isOut: (version: string) => `Leasebar ${version} is out`,
  /** `date`: the day it came out. */
  released: (date: string) => `Released on ${date}.`,
  noPackage: 'It has no package for this system.',
  whatIsNew: 'What is new',
  skip: 'Skip this version',
  /** `size`: in megabytes. */
  download: (size: string) => `Download (${size} MB)`,
  downloading: (version: string) => `Downloading Leasebar ${version}`,
  received: (percent: number) => `${percent} % of it is here.`,
  progress: 'Download',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  ready: (version: string) => `Leasebar ${version} is downloaded and checked`,
  readyByCommand: 'Install it with this command; Leasebar can stay open meanwhile.',
  readyByHand: 'Quit Leasebar, then open the file to install it.',
  showFile: 'Show the file',
  copyCommand: 'Copy the command',
  copied: 'The command is copied.',
  installed: 'A new version was installed',
  installedText: 'It starts when Leasebar is restarted. A renewal on its way is waited for.',
  restart: 'Restart',
  restarting: 'Restarting as soon as nothing is on its way',
  restartingText: 'A renewal is at the vendor. Leasebar waits for what comes of it.',
  notDone: 'That was not done',
}
