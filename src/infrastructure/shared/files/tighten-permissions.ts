import { chmod, stat } from "node:fs/promises";

interface Loose {
  readonly path: string;
  /** Whether other users of the machine are shut out now. */
  readonly isTightened: boolean;
}

/**
 * Takes the permissions of the group and of others from those of the given files and folders that
 * exist.
 * @returns those that others had permissions for
 */
export const tightenPermissions = async (paths: readonly string[]): Promise<readonly Loose[]> => {
  const found = await Promise.all(paths.map(tighten));
  return found.filter((one) => one !== null);
};

const OTHERS = 0o077;
const STICKY = 0o1000;

const tighten = async (path: string): Promise<Loose | null> => {
  const mode = (await stat(path).catch(() => null))?.mode ?? 0;
  if ((mode & OTHERS) === 0) return null;
  // A folder for everybody, such as /tmp: others would lose what they have in it.
  if ((mode & STICKY) !== 0) return { path, isTightened: false };
  const isTightened = await chmod(path, mode & 0o700).then(
    () => true,
    () => false,
  );
  return { path, isTightened };
};
