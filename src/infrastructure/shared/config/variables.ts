import { type LimitVariable, limitVariables } from "./limit-variables.js";
import { MAIL_VARIABLES } from "./mail-variables.js";
import { PAYMENT_VARIABLES } from "./payment-variables.js";
import { CACHING_VARIABLES } from "./caching-variables.js";
import { BUCKET_VARIABLES } from "./bucket-variables.js";

/** One environment variable, its purpose and its default. */
export interface Variable {
  readonly name: string;
  readonly about: string;
  /** Shown in `.env.example` and in docs/operations.md; `null` without a default. */
  readonly fallback: string | null;
  /** A value that shows the form. */
  readonly example?: string;
  /** Never shown; `NAME_FILE` may be the path of a file with the value. */
  readonly secret?: true;
}

/** Every variable that Plinth reads besides its limits, in the order of `.env.example`. */
export const VARIABLES = [
  {
    name: "PLINTH_MODE",
    about:
      "`development` (playground, introspection, demo catalogue, this machine only) or `production`.",
    fallback: "development",
  },
  {
    name: "PLINTH_HOST",
    about: "Address to listen on. In development only addresses of this machine are accepted.",
    fallback: "127.0.0.1",
  },
  { name: "PLINTH_PORT", about: "Port to listen on; 0 chooses a free one.", fallback: "4000" },
  {
    name: "PLINTH_HEALTH_PORT",
    about:
      "Another port, on which only `/health/live` and `/health/ready` are answered, whatever happens on the first. `/health` is also answered on the first.",
    fallback: null,
    example: "4001",
  },
  {
    name: "PLINTH_DATA_DIR",
    about: "Folder of the embedded store and of images.",
    fallback: "./data",
  },
  {
    name: "PLINTH_PUBLIC_URL",
    about: "Address at which shoppers reach Plinth; the addresses of images start with it.",
    fallback: null,
    example: "https://shop-api.example.com",
  },
  {
    name: "PLINTH_CURRENCY",
    about: "Currency of the default market (ISO 4217). Fixed at the first start.",
    fallback: "EUR",
  },
  {
    name: "PLINTH_LOCALE",
    about:
      "Language of the default market and of the catalogue (BCP 47). Fixed at the first start.",
    fallback: "en",
  },
  {
    name: "PLINTH_CORS_ORIGINS",
    about:
      "Origins of storefronts that run in a browser, separated by commas. Buyers come back from payment gateways to these only. In development every port of this machine is one as well, and `*` allows all.",
    fallback: null,
    example: "https://www.example.com,https://example.com",
  },
  {
    name: "PLINTH_TRUST_PROXY",
    about:
      "Proxies whose `X-Forwarded-*` headers are trusted: `off`, or their addresses and networks, separated by commas.",
    fallback: "off",
    example: "10.0.0.0/8",
  },
  {
    name: "PLINTH_INTROSPECTION",
    about: "`on` lets clients query the schema. On in development, off in production unless set.",
    fallback: null,
    example: "on",
  },
  {
    name: "PLINTH_TRUSTED_DOCUMENTS",
    about:
      "`only` makes the shop API answer published documents only (`plinth documents publish`); `also` answers any.",
    fallback: "also",
  },
  {
    name: "PLINTH_ADMIN_KEY",
    about:
      "Key of the admin API, at least 32 random characters. The first start makes one unless set.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_SECRET",
    about:
      "Secret that inputs of mutations are hashed with: 32 random bytes in base64 or hexadecimal. Required in production with MySQL; otherwise the first start makes one.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_SECRET_PREVIOUS",
    about: "The secret before, for two days after a change.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_WORKER",
    about:
      "`on` or `off`: whether this process also delivers events and does scheduled work. At least one process of a shop must.",
    fallback: "on",
  },
  { name: "PLINTH_CART_DAYS", about: "Days until carts are forgotten, or `off`.", fallback: "90" },
  {
    name: "PLINTH_STOCK_SHOWN",
    about:
      "How much of the stock the shop API tells: `exact`, at most a number such as `10`, or `in-or-out`.",
    fallback: "exact",
  },
  {
    name: "PLINTH_UPLOAD_MIB",
    about: "Largest size of an uploaded or fetched image, in MiB.",
    fallback: "20",
  },
  {
    name: "PLINTH_IMAGE_MEGAPIXELS",
    about: "Largest number of pixels of an image, all frames together, in millions.",
    fallback: "50",
  },
  {
    name: "PLINTH_MEDIA_CACHE_MIB",
    about: "Disk space for images in other sizes, in the data folder, in MiB.",
    fallback: "1024",
  },
  {
    name: "PLINTH_MEDIA_FETCH",
    about:
      "`on` or `off`: whether images at other addresses are fetched into the shop's own storage, in the background.",
    fallback: "off",
  },
  {
    name: "PLINTH_MEDIA_FETCH_TRUSTED",
    about:
      "Hosts with their ports, separated by commas, that images may be fetched from although they are in your own network, or use plain HTTP or another port than 443.",
    fallback: null,
    example: "images.internal:8080",
  },
  {
    name: "PLINTH_STOREFRONT",
    about:
      "`on` or `off`: whether the example storefront is served at `/shop`. On in development unless set: the first visit installs and builds it. Refused in production.",
    fallback: null,
    example: "off",
  },
  ...CACHING_VARIABLES,
  ...BUCKET_VARIABLES,
  ...MAIL_VARIABLES,
  ...PAYMENT_VARIABLES,
  {
    name: "PLINTH_LOG_LEVEL",
    about:
      "What is logged at least: `fatal`, `error`, `warn`, `info`, `debug`, `trace`, or `silent` for nothing.",
    fallback: "info",
  },
  {
    name: "PLINTH_DATABASE_URL",
    about:
      "MySQL or MariaDB database of the shop. The embedded SQLite store in the data folder is used unless set.",
    fallback: null,
    example: "mysql://plinth:password@127.0.0.1:3306/plinth",
    secret: true,
  },
  {
    name: "PLINTH_DATABASE_POOL_SIZE",
    about: "Largest number of connections to MySQL, besides the one that readiness uses.",
    fallback: "10",
  },
  {
    name: "PLINTH_DATABASE_TLS",
    about:
      "`on` or `off`: whether the connection to MySQL is encrypted and verified. On unless MySQL runs on this machine.",
    fallback: null,
    example: "on",
  },
  {
    name: "PLINTH_DATABASE_TLS_CA",
    about: "Certificate authority (PEM) of MySQL's certificate, when it is not a public one.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_DATABASE_CONNECT_MS",
    about: "Longest time to open a connection to MySQL, in milliseconds.",
    fallback: "5000",
  },
  {
    name: "PLINTH_DATABASE_POOL_WAIT_MS",
    about: "Longest time that a request waits for the database, in milliseconds.",
    fallback: "2000",
  },
  {
    name: "PLINTH_DATABASE_STATEMENT_MS",
    about:
      "Longest time until the database answers a statement, in milliseconds. Then its connection is closed.",
    fallback: "5000",
  },
  {
    name: "PLINTH_REDIS_URL",
    about:
      "Redis in which several processes share the points of clients. Each process counts for itself unless set.",
    fallback: null,
    example: "rediss://plinth:password@redis.example.com:6379/0",
    secret: true,
  },
  {
    name: "PLINTH_REDIS_TLS_CA",
    about: "Certificate authority (PEM) of the certificate of Redis, when it is not a public one.",
    fallback: null,
    secret: true,
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof VARIABLES)[number]["name"] | LimitVariable;

export const variables: readonly Variable[] = [...VARIABLES, ...limitVariables];

/** Every name that the environment may contain, including the `_FILE` forms. */
export const knownNames: readonly string[] = variables.flatMap(({ name, secret }) =>
  secret ? [name, `${name}_FILE`] : [name],
);

export const variableNamed = (name: VariableName): Variable => {
  const found = variables.find((each) => each.name === name);
  if (!found) throw new RangeError(`${name} is not listed.`);
  return found;
};
