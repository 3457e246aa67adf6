import type { Config } from "../config.js";
import type { Database } from "./database-config.js";
import { parsedUrl } from "./parsed-url.js";
import { VARIABLES, type Variable } from "./variables.js";

const listed: readonly Variable[] = VARIABLES;

/** The configuration as the table of the README. */
export const configTable = (): string =>
  [
    "| variable | default | what it is for |",
    "|---|---|---|",
    ...listed.map(({ name, fallback, about, secret }) => `| \`${name}\` | ${fallback === null ? "" : `\`${fallback}\``} | ${about}${secret ? ` Or \`${name}_FILE\`.` : ""} |`),
  ].join("\n");

/** The configuration as `.env.example`. */
export const envExample = (): string =>
  [
    "# Copy this file to .env and set what should differ; what is set in the environment wins over it.",
    "# Where a variable holds a secret, VARIABLE_FILE may name a file to read it from instead.",
    ...listed.map(({ name, fallback, example, about, secret }) => {
      const form = secret ? `\n# Secret; ${name}_FILE works too.` : "";
      const shape = fallback !== null && example ? `\n# For example ${example}` : "";
      return `\n# ${about.replaceAll("`", "")}${form}${shape}\n# ${name}=${fallback ?? example ?? ""}`;
    }),
    "",
  ].join("\n");

/** What holds, by variable; of secrets only whether they are there. */
export const settingsOf = ({ mode, server, dataDir, currency, locale, introspection, adminKey, worker, logLevel, database }: Config): readonly (readonly [string, string])[] => [
  ["PLINTH_MODE", mode],
  ["PLINTH_HOST", server.host],
  ["PLINTH_PORT", String(server.port)],
  ["PLINTH_DATA_DIR", dataDir],
  ["PLINTH_PUBLIC_URL", server.publicUrl ?? "(from host and port)"],
  ["PLINTH_CURRENCY", currency],
  ["PLINTH_LOCALE", locale],
  ["PLINTH_CORS_ORIGINS", server.corsOrigins === "*" ? "*" : server.corsOrigins.join(",") || "(none)"],
  ["PLINTH_TRUST_PROXY", server.trustProxy === false ? "off" : server.trustProxy.join(",")],
  ["PLINTH_INTROSPECTION", introspection ? "on" : "off"],
  ["PLINTH_ADMIN_KEY", adminKey === null ? "(made at the first start)" : "(set)"],
  ["PLINTH_WORKER", worker ? "on" : "off"],
  ["PLINTH_LOG_LEVEL", logLevel],
  ...databaseSettings(database),
  ["PLINTH_DATABASE_CONNECT_MS", String(database.deadlines.connectMs)],
  ["PLINTH_DATABASE_POOL_WAIT_MS", String(database.deadlines.poolWaitMs)],
  ["PLINTH_DATABASE_STATEMENT_MS", String(database.deadlines.statementMs)],
];

const databaseSettings = (database: Database): readonly (readonly [string, string])[] =>
  database.kind === "embedded"
    ? [["PLINTH_DATABASE_URL", `(embedded store: ${database.file})`]]
    : [
        ["PLINTH_DATABASE_URL", `(set, on ${parsedUrl(database.url)?.host ?? "?"})`],
        ["PLINTH_DATABASE_POOL_SIZE", String(database.poolSize)],
        ["PLINTH_DATABASE_TLS", database.tls === false ? "off" : "on"],
        ["PLINTH_DATABASE_TLS_CA", typeof database.tls === "object" ? "(set)" : "(public authorities)"],
      ];
