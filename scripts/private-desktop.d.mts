export function runInPrivateDesktop(
  command: readonly string[],
  options: Record<string, string | boolean | readonly string[]>,
): Promise<number>
