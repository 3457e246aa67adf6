import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import type { Limits } from "../application/shared/limits.js";
import { CURRENCIES } from "../domain/shared/currencies.js";
import { readDatabaseConfig, type Database } from "./shared/config/database-config.js";
import { looksLikeExample } from "./identity/looks-like-example.js";
import { readSecretConfig, type SecretConfig } from "./identity/secret-config.js";
import { readMediaConfig, type MediaConfig } from "./media/media-config.js";
import { readCachingConfig, type CachingConfig } from "./shared/config/caching-config.js";
import { readMailConfig, type MailConfig } from "./shared/config/mail-config.js";
import { readPaymentsConfig, type PaymentsConfig } from "./payments/payments-config.js";
import { readLimits } from "./shared/config/read-limits.js";
import { readSharingConfig, type SharingConfig } from "./shared/config/sharing-config.js";
import { readServerConfig, type ServerConfig } from "./shared/config/server-config.js";
import {
  readStorefrontConfig,
  type StorefrontConfig,
} from "./shared/storefront/storefront-config.js";
import { LOG_LEVELS, type LogLevel } from "./shared/log/log-level.js";
import { VariableReader, type Environment } from "./shared/config/variable-reader.js";

// Without this, graphql checks every value, which is slow. It must be set before graphql is
// imported; this file is imported first.
process.env["NODE_ENV"] ??= "production";

export interface Config {
  readonly mode: "development" | "production";
  readonly server: ServerConfig;
  readonly dataDir: string;
  readonly database: Database;
  /** Of the default market. */
  readonly currency: string;
  readonly locale: string;
  readonly introspection: boolean;
  /** Whether the shop API answers trusted documents only, or others also. */
  readonly trustedDocuments: "also" | "only";
  /** Null when Plinth makes the key. */
  readonly adminKey: string | null;
  readonly secret: SecretConfig;
  /** Whether this process delivers events and runs scheduled work. */
  readonly worker: boolean;
  /** After how many days without a change a cart is forgotten; Infinity: never. */
  readonly cartDays: number;
  /** The most units in stock that buyers are told of: Infinity for all, 0 for only whether any. */
  readonly mostVisibleStock: number;
  readonly caching: CachingConfig;
  readonly media: MediaConfig;
  readonly payments: PaymentsConfig;
  readonly mail: MailConfig;
  /** Null where the example storefront is not served. */
  readonly storefront: StorefrontConfig | null;
  readonly limits: Limits;
  /** Null when each process counts the points of clients for itself. */
  readonly redis: SharingConfig | null;
  readonly logLevel: LogLevel;
}

const fileText = (path: string): string => readFileSync(path, "utf8");

/**
 * Reads the configuration from environment variables.
 * @throws ConfigProblems, with all problems
 */
export const readConfig = (
  env: Environment,
  readFile: (path: string) => string = fileText,
): Config => {
  const read = new VariableReader(env, readFile);
  const mode = read.oneOf("PLINTH_MODE", ["development", "production"]);
  const dataDir = resolve(read.text("PLINTH_DATA_DIR") ?? "data");
  const database = readDatabaseConfig(read, join(dataDir, "plinth.db"));
  const config: Config = {
    mode,
    server: readServerConfig(read, mode),
    dataDir,
    database,
    currency: readCurrency(read),
    locale: readLocale(read),
    introspection: read.flag("PLINTH_INTROSPECTION", mode === "development"),
    trustedDocuments: read.oneOf("PLINTH_TRUSTED_DOCUMENTS", ["also", "only"]),
    adminKey: readAdminKey(read),
    secret: readSecretConfig(read, mode, database.kind),
    worker: read.flag("PLINTH_WORKER", true),
    cartDays: read.wholeOrOff("PLINTH_CART_DAYS", 1, 3_650),
    mostVisibleStock: readVisibleStock(read),
    caching: readCachingConfig(read),
    media: readMediaConfig(read),
    payments: readPaymentsConfig(read, mode, dataDir),
    mail: readMailConfig(read, mode),
    storefront: readStorefrontConfig(read, mode, env),
    limits: readLimits(read),
    redis: readSharingConfig(read),
    logLevel: read.oneOf("PLINTH_LOG_LEVEL", LOG_LEVELS),
  };
  read.throwIfAny();
  return config;
};

/**
 * The configuration of this process: its environment, then the `.env` file of its working
 * directory.
 */
export const processConfig = (): Config => readConfig({ ...dotEnv(), ...process.env });

const dotEnv = (): Environment => {
  try {
    return parseEnv(fileText(".env"));
  } catch {
    return {};
  }
};

const readCurrency = (read: VariableReader): string => {
  const currency = (read.text("PLINTH_CURRENCY") ?? "").toUpperCase();
  if (!CURRENCIES.includes(currency))
    read.problem(
      "PLINTH_CURRENCY",
      `is "${currency}"`,
      "give a code of ISO 4217, such as EUR, JPY or KWD",
    );
  return currency;
};

const readVisibleStock = (read: VariableReader): number => {
  const raw = read.text("PLINTH_STOCK_SHOWN");
  if (raw === "exact") return Infinity;
  return raw === "in-or-out"
    ? 0
    : read.whole("PLINTH_STOCK_SHOWN", 1, 1_000_000, ", or exact, or in-or-out");
};

const readLocale = (read: VariableReader): string => {
  const raw = read.text("PLINTH_LOCALE") ?? "";
  const [locale] = Intl.DateTimeFormat.supportedLocalesOf(isTag(raw) ? raw : []);
  if (locale === undefined)
    read.problem("PLINTH_LOCALE", `is "${raw}"`, "give a language tag, such as en, de-AT or ja");
  return locale ?? raw;
};

const isTag = (raw: string): boolean => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(raw);

const readAdminKey = (read: VariableReader): string | null => {
  const key = read.text("PLINTH_ADMIN_KEY");
  if (key === null) return null;
  const advice = "make one with: node -p \"crypto.randomBytes(32).toString('base64url')\"";
  if (key.length < 32)
    read.problem("PLINTH_ADMIN_KEY", `has ${key.length} characters, but needs 32`, advice);
  else if (key.length > 512)
    read.problem(
      "PLINTH_ADMIN_KEY",
      `has ${key.length} characters, but a header may have 512`,
      advice,
    );
  else if (!/^[\x21-\x7e]+$/.test(key))
    read.problem("PLINTH_ADMIN_KEY", "contains characters that a header must not have", advice);
  else if (looksLikeExample(key)) read.problem("PLINTH_ADMIN_KEY", "looks like an example", advice);
  return key;
};
