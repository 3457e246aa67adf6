/** One environment variable: what it is for, and what holds when it is not set. */
export interface Variable {
  readonly name: string;
  readonly about: string;
  /** Shown in `.env.example` and in the README; `null` where nothing holds unless it is set. */
  readonly fallback: string | null;
  /** A value that shows the form. */
  readonly example?: string;
  /** Never shown; `NAME_FILE` may name a file that holds it. */
  readonly secret?: true;
}

/** Every variable that Plinth reads, in the order of `.env.example`. */
export const VARIABLES = [
  {
    name: "PLINTH_MODE",
    about:
      "`development` (playground, introspection, demo catalogue, this machine only) or `production`.",
    fallback: "development",
  },
  {
    name: "PLINTH_HOST",
    about: "Address to listen on. Development accepts only addresses of this machine.",
    fallback: "127.0.0.1",
  },
  { name: "PLINTH_PORT", about: "Port to listen on; 0 takes a free one.", fallback: "4000" },
  {
    name: "PLINTH_DATA_DIR",
    about: "Folder of the embedded store and of media.",
    fallback: "./data",
  },
  {
    name: "PLINTH_PUBLIC_URL",
    about: "Address under which shoppers reach Plinth; addresses of images start with it.",
    fallback: null,
    example: "https://shop-api.example.com",
  },
  {
    name: "PLINTH_CURRENCY",
    about:
      "Currency of the default market, by its ISO 4217 code. Settled when the shop is opened for the first time.",
    fallback: "EUR",
  },
  {
    name: "PLINTH_LOCALE",
    about:
      "Language of the default market and of the catalogue, as a BCP 47 tag. Settled when the shop is opened for the first time.",
    fallback: "en",
  },
  {
    name: "PLINTH_CORS_ORIGINS",
    about:
      "Origins of browser storefronts that may ask, separated by commas. `*` in development only; production allows none unless set.",
    fallback: "http://localhost:3000,http://localhost:5173",
    example: "https://www.example.com,https://example.com",
  },
  {
    name: "PLINTH_TRUST_PROXY",
    about:
      "Whose `X-Forwarded-*` headers are believed: `off`, or the addresses and networks of the proxies in front.",
    fallback: "off",
    example: "10.0.0.0/8",
  },
  {
    name: "PLINTH_INTROSPECTION",
    about: "`on` lets clients ask for the schema. On in development, off in production unless set.",
    fallback: null,
    example: "on",
  },
  {
    name: "PLINTH_ADMIN_KEY",
    about:
      "Key of the admin API, at least 32 random characters. One is made at the first start unless set.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_WORKER",
    about:
      "`on` or `off`: whether this process also delivers events and does scheduled work. One process of a shop must.",
    fallback: "on",
  },
  {
    name: "PLINTH_UPLOAD_MIB",
    about: "How long an uploaded or fetched picture may be, in MiB.",
    fallback: "20",
  },
  {
    name: "PLINTH_IMAGE_MEGAPIXELS",
    about: "How many million pixels a picture may have, all its frames counted.",
    fallback: "50",
  },
  {
    name: "PLINTH_MEDIA_CACHE_MIB",
    about: "How much room pictures drawn in other sizes may take in the data folder, in MiB.",
    fallback: "1024",
  },
  {
    name: "PLINTH_MEDIA_FETCH",
    about:
      "`on` or `off`: whether images that products show from elsewhere are fetched into the shop's own storage, in the background.",
    fallback: "off",
  },
  {
    name: "PLINTH_MEDIA_FETCH_TRUSTED",
    about:
      "Hosts with their ports that may be fetched from though they stand in your own network, or by plain HTTP or at another port than 443.",
    fallback: null,
    example: "images.internal:8080",
  },
  {
    name: "PLINTH_S3_BUCKET",
    about:
      "Bucket of an S3-compatible store to keep pictures in. The data folder is used unless set.",
    fallback: null,
    example: "shop-media",
  },
  {
    name: "PLINTH_S3_ENDPOINT",
    about: "Address of the store, where it is not Amazon's.",
    fallback: null,
    example: "https://minio.example.com",
  },
  { name: "PLINTH_S3_REGION", about: "Region of the bucket.", fallback: "us-east-1" },
  {
    name: "PLINTH_S3_PATH_STYLE",
    about:
      "`on` or `off`: whether the bucket stands in the path of addresses. On with an endpoint unless set.",
    fallback: null,
    example: "off",
  },
  {
    name: "PLINTH_S3_ACCESS_KEY_ID",
    about: "Key of the store. What the machine itself knows is used unless set.",
    fallback: null,
    secret: true,
  },
  { name: "PLINTH_S3_SECRET_ACCESS_KEY", about: "Its secret.", fallback: null, secret: true },
  {
    name: "PLINTH_S3_TIMEOUT_MS",
    about: "How long one request to the store may take, in milliseconds; it is tried three times.",
    fallback: "10000",
  },
  {
    name: "PLINTH_LOG_LEVEL",
    about: "`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.",
    fallback: "info",
  },
  {
    name: "PLINTH_DATABASE_URL",
    about:
      "MySQL or MariaDB to keep the shop in. The embedded SQLite store in the data folder is used unless set.",
    fallback: null,
    example: "mysql://plinth:password@127.0.0.1:3306/plinth",
    secret: true,
  },
  {
    name: "PLINTH_DATABASE_POOL_SIZE",
    about: "Most connections to MySQL at once.",
    fallback: "10",
  },
  {
    name: "PLINTH_DATABASE_TLS",
    about:
      "`on` or `off`: encrypts and verifies the connection to MySQL. On unless MySQL runs on this machine.",
    fallback: null,
    example: "on",
  },
  {
    name: "PLINTH_DATABASE_TLS_CA",
    about: "Certificate authority (PEM) of MySQL's certificate, where it is not a public one.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_DATABASE_CONNECT_MS",
    about: "How long a connection to MySQL may take to open, in milliseconds.",
    fallback: "5000",
  },
  {
    name: "PLINTH_DATABASE_POOL_WAIT_MS",
    about: "How long a request waits for its turn at the database, in milliseconds.",
    fallback: "2000",
  },
  {
    name: "PLINTH_DATABASE_STATEMENT_MS",
    about: "How long one statement may run, in milliseconds.",
    fallback: "5000",
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof VARIABLES)[number]["name"];

const listed: readonly Variable[] = VARIABLES;

/** Every name that may stand in the environment, the `_FILE` forms included. */
export const knownNames: readonly string[] = listed.flatMap(({ name, secret }) =>
  secret ? [name, `${name}_FILE`] : [name],
);

export const variable = (name: VariableName): Variable => {
  const found = listed.find((each) => each.name === name);
  if (!found) throw new RangeError(`${name} is not listed.`);
  return found;
};
