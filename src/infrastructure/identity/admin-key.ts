import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { SettingStores } from "../../application/shared/settings.js";
import type { UnitOfWork } from "../../application/shared/unit-of-work.js";

export interface AdminKey {
  /** Tells the key from others, and does not tell the key. */
  readonly id: string;
  /** The key itself, only in the process that made it; it is stored as a hash. */
  readonly issued: string | null;
  /** Compares in constant time. */
  readonly matches: (presented: string) => boolean;
}

const SETTING = "identity.admin-key-sha256";

/**
 * The key of the admin API: the configured one, or one that the first start makes. Several
 * processes may start at once; the first to store its key has made it.
 */
export const openAdminKey = async (
  unitOfWork: UnitOfWork<SettingStores>,
  configured: string | null,
): Promise<AdminKey> => {
  if (configured !== null) return { issued: null, ...identified(sha256(configured)) };

  const fresh = `plinth_admin_${randomBytes(32).toString("base64url")}`;
  const { isNew, stored } = await unitOfWork.run(async ({ settings }) => ({
    isNew: await settings.add(SETTING, sha256(fresh).toString("hex")),
    stored: await settings.get(SETTING),
  }));
  return { issued: isNew ? fresh : null, ...identified(Buffer.from(stored ?? "", "hex")) };
};

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

const identified = (hash: Buffer): Pick<AdminKey, "id" | "matches"> => ({
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
