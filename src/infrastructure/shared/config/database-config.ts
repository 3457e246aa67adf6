import { parseUrl } from "./parse-url.js";
import { isLoopback } from "./server-config.js";
import type { VariableReader } from "./variable-reader.js";

/** How long to wait for the database, in milliseconds. */
export interface Deadlines {
  readonly connectMs: number;
  readonly poolWaitMs: number;
  readonly statementMs: number;
}

interface EmbeddedDatabase {
  readonly kind: "embedded";
  readonly file: string;
  readonly deadlines: Deadlines;
}

export interface MysqlDatabase {
  readonly kind: "mysql";
  /** Validated: it has a host, a user and a database. It contains the password. */
  readonly url: string;
  readonly poolSize: number;
  /** Certificate authorities in PEM form; `true` for the public ones; `false` for no encryption. */
  readonly tls: boolean | { readonly ca: string };
  readonly deadlines: Deadlines;
}

export type Database = EmbeddedDatabase | MysqlDatabase;

export const readDatabaseConfig = (read: VariableReader, embeddedFile: string): Database => {
  const url = read.text("PLINTH_DATABASE_URL");
  const deadlines = {
    connectMs: read.whole("PLINTH_DATABASE_CONNECT_MS", 100, 60_000),
    poolWaitMs: read.whole("PLINTH_DATABASE_POOL_WAIT_MS", 50, 60_000),
    statementMs: read.whole("PLINTH_DATABASE_STATEMENT_MS", 50, 600_000),
  };
  const poolSize = read.whole("PLINTH_DATABASE_POOL_SIZE", 1, 1_000);
  const ca = readCertificate(read);
  if (url === null) return { kind: "embedded", file: embeddedFile, deadlines };
  const tls = read.flag("PLINTH_DATABASE_TLS", !isLoopback(hostOf(read, url)));
  return { kind: "mysql", url, poolSize, tls: tls && ca !== null ? { ca } : tls, deadlines };
};

// The URL contains a password, so messages never repeat it.
const hostOf = (read: VariableReader, raw: string): string => {
  const url = parseUrl(raw);
  const advice =
    "write mysql://user:password@host:3306/name, with special characters of the password percent-encoded";
  if (!url || !/^(mysql|mariadb):$/.test(url.protocol))
    read.problem("PLINTH_DATABASE_URL", "is not the URL of a MySQL or MariaDB database", advice);
  else {
    if (!url.hostname) read.problem("PLINTH_DATABASE_URL", "has no host", advice);
    if (!url.username) read.problem("PLINTH_DATABASE_URL", "has no user", advice);
    if (!/^\/[^/\s]{1,64}$/.test(url.pathname))
      read.problem("PLINTH_DATABASE_URL", "has no database after the host", advice);
    if (!isDecodable(url))
      read.problem("PLINTH_DATABASE_URL", "has a % that is not a percent-encoding", advice);
    if (url.search || url.hash)
      read.problem(
        "PLINTH_DATABASE_URL",
        "has settings after a ? or #",
        "use the PLINTH_DATABASE_ variables for them",
      );
  }
  return url?.hostname ?? "";
};

const isDecodable = ({ username, password, pathname }: URL): boolean => {
  try {
    decodeURIComponent(username + password + pathname);
    return true;
  } catch {
    return false;
  }
};

const readCertificate = (read: VariableReader): string | null => {
  const ca = read.text("PLINTH_DATABASE_TLS_CA");
  if (ca !== null && !ca.includes("-----BEGIN CERTIFICATE-----"))
    read.problem(
      "PLINTH_DATABASE_TLS_CA",
      "is not a certificate in PEM form",
      "name the file of the authority in PLINTH_DATABASE_TLS_CA_FILE",
    );
  return ca;
};
