import { LIMIT_NAMES } from "../application/shared/limits.js";
import type { Config } from "./config.js";
import type { Database } from "./shared/config/database-config.js";
import { limitVariable } from "./shared/config/limit-variables.js";
import { parseUrl } from "./shared/config/parse-url.js";

/** The values in effect, by variable; of secrets only whether they are set. */
export const effectiveSettings = ({
  mode,
  server,
  dataDir,
  currency,
  locale,
  introspection,
  adminKey,
  secret,
  worker,
  cartDays,
  mostVisibleStock,
  caching,
  media,
  payments,
  mail,
  limits,
  redis,
  storefront,
  logLevel,
  database,
}: Config): readonly (readonly [string, string])[] => [
  ["PLINTH_MODE", mode],
  ["PLINTH_HOST", server.host],
  ["PLINTH_PORT", String(server.port)],
  ["PLINTH_HEALTH_PORT", server.healthPort === null ? "(none)" : String(server.healthPort)],
  ["PLINTH_DATA_DIR", dataDir],
  ["PLINTH_PUBLIC_URL", server.publicUrl ?? "(from host and port)"],
  ["PLINTH_CURRENCY", currency],
  ["PLINTH_LOCALE", locale],
  [
    "PLINTH_CORS_ORIGINS",
    server.corsOrigins === "*" ? "*" : server.corsOrigins.join(",") || "(none)",
  ],
  ["PLINTH_TRUST_PROXY", server.trustProxy === false ? "off" : server.trustProxy.join(",")],
  ["PLINTH_INTROSPECTION", introspection ? "on" : "off"],
  ["PLINTH_ADMIN_KEY", adminKey === null ? "(made at the first start)" : "(set)"],
  ["PLINTH_SECRET", secret.secret === null ? "(made at the first start)" : "(set)"],
  ["PLINTH_SECRET_PREVIOUS", secret.previous === null ? "(none)" : "(set)"],
  ["PLINTH_WORKER", worker ? "on" : "off"],
  ["PLINTH_CART_DAYS", cartDays === Infinity ? "off" : String(cartDays)],
  ["PLINTH_STOCK_SHOWN", visibleStockText(mostVisibleStock)],
  ["PLINTH_STOREFRONT", storefront === null ? "off" : "on"],
  ["PLINTH_CACHE_MAX_AGE", offOr(caching.maxAge)],
  ["PLINTH_CACHE_SHARED_MAX_AGE", offOr(caching.sharedMaxAge)],
  ["PLINTH_CACHE_STALE_WHILE_REVALIDATE", offOr(caching.staleWhileRevalidate)],
  ["PLINTH_CACHE_TAG_HEADER", offOr(caching.tagHeader)],
  ...mediaSettings(media),
  ["PLINTH_PAYMENTS_SANDBOX", sandboxSetting(payments)],
  ["PLINTH_PAYMENTS_SANDBOX_SECRET", payments.sandboxSecret === null ? "(none)" : "(set)"],
  ["PLINTH_STRIPE_SECRET_KEY", payments.stripe === null ? "(none)" : "(set)"],
  ["PLINTH_STRIPE_WEBHOOK_SECRET", payments.stripe === null ? "(none)" : "(set)"],
  ...mailSettings(mail),
  ["PLINTH_LOG_LEVEL", logLevel],
  ...databaseSettings(database),
  ["PLINTH_DATABASE_CONNECT_MS", String(database.deadlines.connectMs)],
  ["PLINTH_DATABASE_POOL_WAIT_MS", String(database.deadlines.poolWaitMs)],
  ["PLINTH_DATABASE_STATEMENT_MS", String(database.deadlines.statementMs)],
  ["PLINTH_REDIS_URL", redis === null ? "(none)" : redisAddress(redis)],
  ["PLINTH_REDIS_TLS_CA", typeof redis?.tls === "object" ? "(set)" : "(public authorities)"],
  ...LIMIT_NAMES.map(
    (name) =>
      [limitVariable(name), limits[name] === Infinity ? "off" : String(limits[name])] as const,
  ),
];

const visibleStockText = (most: number): string =>
  most === Infinity ? "exact" : most === 0 ? "in-or-out" : String(most);
const offOr = (value: number | string | null): string => (value === null ? "off" : String(value));

const sandboxSetting = ({ sandbox }: Config["payments"]): string => {
  if (sandbox === null) return "off";
  return sandbox.kind === "OTHER" ? sandbox.origin : "on";
};

// Without user and password.
const redisAddress = ({ host, port, database, tls }: NonNullable<Config["redis"]>): string =>
  `${tls === false ? "redis" : "rediss"}://${host}:${port}/${database}`;

const mailSettings = ({
  smtp,
  from: { name, address },
  orderUrl,
}: Config["mail"]): readonly (readonly [string, string])[] => [
  ["PLINTH_SMTP_URL", smtp === null ? "(mails are files)" : `(set, on ${smtp.host}:${smtp.port})`],
  ["PLINTH_SMTP_TLS", smtp === null || smtp.encryption === "NONE" ? "off" : "on"],
  ["PLINTH_SMTP_TLS_CA", smtp?.ca == null ? "(public authorities)" : "(set)"],
  ["PLINTH_MAIL_FROM", `${name} <${address}>`],
  ["PLINTH_STOREFRONT_ORDER_URL", orderUrl ?? "(none)"],
];

const mediaSettings = ({
  uploadBytes,
  pixels,
  cacheBytes,
  fetches,
  trustedHosts,
  s3,
}: Config["media"]): readonly (readonly [string, string])[] => [
  ["PLINTH_UPLOAD_MIB", String(uploadBytes / 1_048_576)],
  ["PLINTH_IMAGE_MEGAPIXELS", String(pixels / 1_000_000)],
  ["PLINTH_MEDIA_CACHE_MIB", String(cacheBytes / 1_048_576)],
  ["PLINTH_MEDIA_FETCH", fetches ? "on" : "off"],
  ["PLINTH_MEDIA_FETCH_TRUSTED", trustedHosts.join(",") || "(none)"],
  ...(s3 === null
    ? ([["PLINTH_S3_BUCKET", "(images are in the data folder)"]] as const)
    : ([
        ["PLINTH_S3_BUCKET", s3.bucket],
        ["PLINTH_S3_ENDPOINT", s3.endpoint ?? "(Amazon's)"],
        ["PLINTH_S3_REGION", s3.region],
        ["PLINTH_S3_PATH_STYLE", s3.pathStyle ? "on" : "off"],
        ["PLINTH_S3_ACCESS_KEY_ID", s3.credentials === null ? "(from the machine)" : "(set)"],
        ["PLINTH_S3_SECRET_ACCESS_KEY", s3.credentials === null ? "(from the machine)" : "(set)"],
        ["PLINTH_S3_TIMEOUT_MS", String(s3.timeoutMs)],
      ] as const)),
];

const databaseSettings = (database: Database): readonly (readonly [string, string])[] =>
  database.kind === "embedded"
    ? [["PLINTH_DATABASE_URL", `(embedded store: ${database.file})`]]
    : [
        ["PLINTH_DATABASE_URL", `(set, on ${parseUrl(database.url)?.host ?? "?"})`],
        ["PLINTH_DATABASE_POOL_SIZE", String(database.poolSize)],
        ["PLINTH_DATABASE_TLS", database.tls === false ? "off" : "on"],
        [
          "PLINTH_DATABASE_TLS_CA",
          typeof database.tls === "object" ? "(set)" : "(public authorities)",
        ],
      ];
