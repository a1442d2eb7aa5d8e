export function unzip(zipFile: string, dir: string): Promise<void>
