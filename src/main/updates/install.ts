import type { PackageKind } from './release.ts'

/** What is known of how this copy of Leasebar came here. */
export interface Installation {
  readonly platform: string
  /** The running binary. */
  readonly execPath: string
  /** dpkg lists a package `leasebar`. */
  readonly isDebListed: boolean
}

/** The package that a copy is renewed with: the kind it came in. */
export function packageKindOf({ platform, execPath, isDebListed }: Installation): PackageKind {
  if (platform === 'win32') return 'exe'
  if (platform === 'darwin') return 'dmg'
  return isDebListed && execPath.startsWith('/opt/leasebar/') ? 'deb' : 'tar.gz'
}

/** The command that installs a package; null where it is opened by hand. */
export function installCommand(kind: PackageKind, path: string): string | null {
  return kind === 'deb' ? ['sudo', 'apt', 'install', shellWord(path)].join(' ') : null
}

function shellWord(text: string): string {
  return /^[\w./:=@+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** The arguments of a restart: those of this start, without what it was to do once. */
export function restartArguments(argv: readonly string[], once: readonly string[]): string[] {
  return argv.filter((argument) => !once.some((flag) => argument === flag || argument.startsWith(`${flag}=`)))
}
