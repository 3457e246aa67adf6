import { open } from "node:fs/promises";

/**
 * Creates an empty file that only its owner may read and write, whatever the umask. A file that
 * exists stays as it is. Nothing is reported: what opens the file next says better why it cannot.
 */
export const createPrivateFile = async (path: string): Promise<void> => {
  const file = await open(path, "wx", 0o600).catch(() => null);
  if (file === null) return;
  try {
    await file.chmod(0o600);
  } finally {
    await file.close();
  }
};
