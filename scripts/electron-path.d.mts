export function findElectron(env?: NodeJS.ProcessEnv): Promise<{ path: string; version: string; why: string }>
export function electronPath(env?: NodeJS.ProcessEnv): Promise<string>
