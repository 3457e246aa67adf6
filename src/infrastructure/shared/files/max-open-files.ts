import { readFileSync } from "node:fs";

/**
 * How many files and connections this process may have open.
 * @returns null where the system does not tell
 */
export const maxOpenFiles = (
  readFile: (path: string) => string = (path) => readFileSync(path, "utf8"),
): number | null => {
  try {
    // Node has raised the soft limit to the hard one when it started.
    const [, soft] = /^Max open files +(\d+)/m.exec(readFile("/proc/self/limits")) ?? [];
    return soft === undefined ? null : Number(soft);
  } catch {
    return null;
  }
};
