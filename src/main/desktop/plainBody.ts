/**
 * Linux desktops may read a notification's body as markup (links, images), and a body holds words of the vendor's.
 * Electron hands it on as it is and does not tell whether this desktop reads markup, so angle brackets are exchanged
 * for their look-alikes instead of being escaped. A lone `&` is left: desktops show it as it stands.
 */
export function plainBody(body: string, platform: NodeJS.Platform): string {
  return platform === 'linux' ? body.replaceAll('<', '‹').replaceAll('>', '›') : body
}
