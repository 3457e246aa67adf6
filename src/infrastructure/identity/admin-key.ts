import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { SettingStores } from "../../application/shared/settings.js";
import type { UnitOfWork } from "../../application/shared/unit-of-work.js";
import type { AdminKeyFile } from "./admin-key-file.js";

export interface AdminKey {
  /** Tells the key from others, and does not tell the key. */
  readonly id: string;
  /** Where the key is to be found, only in the process that made it; it is stored as a hash. */
  readonly issued: IssuedKey | null;
  /** Compares in constant time. */
  readonly matches: (presented: string) => boolean;
}

/** The key itself where it may be printed, or the path of the file that has it. */
export type IssuedKey = { readonly key: string } | { readonly file: string };

const SETTING = "identity.admin-key-sha256";

/**
 * The key of the admin API: the configured one, or one that the first start makes. Several
 * processes may start at once; the first to store its key has made it.
 * @param file where a made key goes; null hands it to the caller
 */
export const openAdminKey = async (
  unitOfWork: UnitOfWork<SettingStores>,
  configured: string | null,
  file: AdminKeyFile | null,
): Promise<AdminKey> => {
  if (configured !== null) return { issued: null, ...identified(sha256(configured)) };
  if (file === null) {
    const fresh = freshKey();
    const { isNew, key } = await storeFirst(unitOfWork, fresh);
    return { issued: isNew ? { key: fresh } : null, ...key };
  }
  const key = (await storedKey(unitOfWork)) ?? (await storeDrafted(unitOfWork, file));
  const isCompleted = await file.complete(key.matches);
  return { issued: isCompleted ? { file: file.path } : null, ...key };
};

type Identified = Pick<AdminKey, "id" | "matches">;

const storedKey = (unitOfWork: UnitOfWork<SettingStores>): Promise<Identified | null> =>
  unitOfWork.run(async ({ settings }) => {
    const stored = await settings.get(SETTING);
    return stored === null ? null : identified(Buffer.from(stored, "hex"));
  });

const storeDrafted = async (
  unitOfWork: UnitOfWork<SettingStores>,
  file: AdminKeyFile,
): Promise<Identified> => {
  const fresh = freshKey();
  const draft = await file.draft(fresh);
  // When this fails, the key may have been stored all the same: the draft stays for the next start.
  const { isNew, key } = await storeFirst(unitOfWork, fresh);
  if (!isNew) await file.discard(draft);
  return key;
};

const storeFirst = async (
  unitOfWork: UnitOfWork<SettingStores>,
  fresh: string,
): Promise<{ readonly isNew: boolean; readonly key: Identified }> => {
  const { isNew, stored } = await unitOfWork.run(async ({ settings }) => ({
    isNew: await settings.add(SETTING, sha256(fresh).toString("hex")),
    stored: await settings.get(SETTING),
  }));
  return { isNew, key: identified(Buffer.from(stored ?? "", "hex")) };
};

const freshKey = (): string => `plinth_admin_${randomBytes(32).toString("base64url")}`;

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

const identified = (hash: Buffer): Identified => ({
  id: `key_${sha256(`admin key id ${hash.toString("hex")}`)
    .toString("hex")
    .slice(0, 24)}`,
  matches: matcher(hash),
});

// Both sides are hashed, so that they have the same length, and the time does not depend on the
// number of equal characters.
const matcher =
  (expected: Buffer) =>
  (presented: string): boolean =>
    expected.length === 32 && timingSafeEqual(sha256(presented), expected);
