export const installers: Readonly<Record<'win32' | 'darwin', readonly string[]>>
export const configFile: string
