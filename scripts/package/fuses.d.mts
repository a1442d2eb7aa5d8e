export const wanted: Readonly<Record<number, boolean>>
export function setFuses(binary: string, options?: { inspectable?: boolean }): Promise<string[]>
