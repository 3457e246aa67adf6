import { CannotProceed } from "../cannot-proceed.js";
import type { Database } from "../config/database-config.js";
import { parseUrl } from "../config/parse-url.js";
import { safeText } from "../log/safe-facts.js";

/**
 * What an operator can do about a database that cannot be opened; null when the operator cannot fix
 * it.
 */
export const databaseProblem = (database: Database, cause: unknown): CannotProceed | null => {
  if (!(cause instanceof Error) || !("code" in cause) || typeof cause.code !== "string")
    return null;
  const reason = safeText(`${cause.code}: ${cause.message}`);
  if (database.kind === "embedded")
    return cause.code.startsWith("SQLITE_")
      ? new CannotProceed(
          `The store ${database.file} cannot be opened (${reason}): ${remedy(cause.code)}.`,
          { cause },
        )
      : null;
  const host = parseUrl(database.url)?.host ?? "";
  return new CannotProceed(
    `The database at ${host} cannot be used (${reason}): check that it runs, and PLINTH_DATABASE_URL.`,
    { cause },
  );
};

const remedy = (code: string): string => {
  if (code === "SQLITE_FULL") return "make room on its disk";
  return code.startsWith("SQLITE_BUSY")
    ? "another process is busy with it, try again"
    : "check its permissions, or restore it from a backup";
};
