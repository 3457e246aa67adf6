import { driverError } from "./driver-error.js";

const DISK_FULL_ERRNOS = new Set([
  1021, // disk full
  1114, // the table is full
]);

/** Why nothing can be stored, for an operator; null when the disk is not the reason. */
export const diskProblem = (error: unknown): string | null => {
  const { errno, code = "" } = driverError(error);
  if (code === "SQLITE_FULL" || (errno !== undefined && DISK_FULL_ERRNOS.has(errno)))
    return `The disk of the database is full (${code}): make room, and try again.`;
  if (/^SQLITE_(?:IOERR|READONLY)/.test(code))
    return `The disk of the embedded store cannot be used (${code}): check it and its permissions, and try again.`;
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code))
    return `The file of the embedded store is damaged (${code}): check the disk, and restore the file from a backup.`;
  return null;
};
