import { randomBytes } from "node:crypto";
import type { Clock } from "../../application/shared/clock.js";
import type { Fingerprints } from "../../application/shared/fingerprints.js";
import { KEY_LIFETIME_MS } from "../../application/shared/idempotency-keys.js";
import type { Settings, SettingStores } from "../../application/shared/settings.js";
import type { UnitOfWork } from "../../application/shared/unit-of-work.js";
import { CannotProceed } from "../shared/cannot-proceed.js";
import type { SecretConfig } from "./secret-config.js";
import { checkOf, secretFingerprints } from "./secret-fingerprints.js";

/** What the store knows of its secret. */
interface StoredSecret {
  readonly check: string;
  /**
   * When this version first opened the store (ISO 8601); null for a store that no version before
   * has used.
   */
  readonly since: string | null;
  /** When the current secret came into use (ISO 8601). */
  readonly changed: string;
  /**
   * The secret that the first start made; null where one is configured. It stays for a while after
   * the change to a configured one, so that keys that it hashed replay.
   */
  readonly made: string | null;
}

const SETTING = "identity.secret";
/** Stored by a migration of a store that a version before has used. */
const PLAIN_KEYS = "identity.plain-keys";

/**
 * The secret of the store: the configured one, or one that the first start makes. A process with
 * another secret would not recognise the requests that clients repeat, so it does not start.
 * @throws CannotProceed
 */
export const openStoreSecret = async (
  unitOfWork: UnitOfWork<SettingStores>,
  config: SecretConfig,
  clock: Clock,
): Promise<Fingerprints> => {
  const fresh = randomBytes(32).toString("base64url");
  return unitOfWork.run(async ({ settings }) => {
    const now = clock.now();
    const stored = (await read(settings)) ?? (await begin(settings, config.secret, fresh, now));
    const secrets = config.secret === null ? madeSecret(stored) : known(stored, config);
    const opened = settled(stored, secrets[0], config.secret !== null, now);
    if (opened !== stored) await settings.set(SETTING, JSON.stringify(opened));
    const since = stored.since === null ? null : new Date(stored.since);
    return secretFingerprints(secrets, since, clock);
  });
};

/**
 * Makes the configured secret, or a new one, the secret of the store, because the former one is
 * lost. Keys that it hashed are refused until they expire.
 */
export const acceptSecret = async (
  unitOfWork: UnitOfWork<SettingStores>,
  { secret }: SecretConfig,
  clock: Clock,
): Promise<void> => {
  const fresh = randomBytes(32).toString("base64url");
  await unitOfWork.run(async ({ settings }) => {
    const stored = await read(settings);
    const next = await firstSecret(settings, secret, fresh, clock.now());
    const { since } = stored ?? next;
    await settings.set(SETTING, JSON.stringify({ ...next, since }));
  });
};

const read = async (settings: Settings): Promise<StoredSecret | null> => {
  const stored = await settings.get(SETTING);
  return stored === null ? null : (JSON.parse(stored) as StoredSecret);
};

/** Several processes may start at once: the first to store its secret has made it. */
const begin = async (
  settings: Settings,
  configured: string | null,
  fresh: string,
  now: Date,
): Promise<StoredSecret> => {
  const first = await firstSecret(settings, configured, fresh, now);
  await settings.add(SETTING, JSON.stringify(first));
  return (await read(settings)) ?? first;
};

const firstSecret = async (
  settings: Settings,
  configured: string | null,
  fresh: string,
  now: Date,
): Promise<StoredSecret> => ({
  check: checkOf(configured ?? fresh),
  since: (await settings.get(PLAIN_KEYS)) === null ? null : now.toISOString(),
  changed: now.toISOString(),
  made: configured === null ? fresh : null,
});

/** @throws CannotProceed */
const madeSecret = ({ made, check }: StoredSecret): readonly [string] => {
  if (made === null || checkOf(made) !== check)
    throw new CannotProceed(
      `This store is used with a PLINTH_SECRET, which is not set: set it. ${IF_LOST}`,
    );
  return [made];
};

/** The secrets whose fingerprints are accepted, the current one first. @throws CannotProceed */
const known = (
  { check, made }: StoredSecret,
  { secret, previous }: SecretConfig,
): readonly [string, ...string[]] => {
  const current = secret ?? "";
  const others = [previous, made].filter((one) => one !== null && one !== current) as string[];
  if (![current, ...others].some((one) => checkOf(one) === check))
    throw new CannotProceed(
      `PLINTH_SECRET is not the secret that this store is used with: set that one. To change it, set the former one as PLINTH_SECRET_PREVIOUS as well. ${IF_LOST}`,
    );
  return [current, ...others];
};

const IF_LOST =
  'If it is lost, run "plinth secret accept --yes": for two days, requests that are sent again are then refused with IDEMPOTENCY_KEY_REUSED.';

/**
 * With the current secret, and without a made one that is configured by now, or that no key can be
 * hashed with any more.
 */
const settled = (
  stored: StoredSecret,
  current: string,
  isConfigured: boolean,
  now: Date,
): StoredSecret => {
  if (stored.check !== checkOf(current))
    return { ...stored, check: checkOf(current), changed: now.toISOString() };
  const isOver = now.getTime() > new Date(stored.changed).getTime() + KEY_LIFETIME_MS;
  const isIdle = isConfigured && (stored.made === current || isOver);
  return stored.made !== null && isIdle ? { ...stored, made: null } : stored;
};
