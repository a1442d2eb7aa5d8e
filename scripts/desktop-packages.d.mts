export function ensureDesktop(): Promise<void>
