import { parsedUrl } from "./parsed-url.js";
import { isLoopback } from "./server-config.js";
import type { VariableReader } from "./variable-reader.js";

/** How long to wait for the database, in milliseconds. */
export interface Deadlines {
  readonly connectMs: number;
  readonly poolWaitMs: number;
  readonly statementMs: number;
}

export interface EmbeddedDatabase {
  readonly kind: "embedded";
  readonly file: string;
  readonly deadlines: Deadlines;
}

export interface MysqlDatabase {
  readonly kind: "mysql";
  /** Checked: names host, user and database. Holds the password. */
  readonly url: string;
  readonly poolSize: number;
  /** Certificate authorities in PEM form; `true` trusts the public ones; `false` talks in the clear. */
  readonly tls: boolean | { readonly ca: string };
  readonly deadlines: Deadlines;
}

export type Database = EmbeddedDatabase | MysqlDatabase;

export const readDatabase = (read: VariableReader, embeddedFile: string): Database => {
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

// The address holds a password, so it is never repeated in a message.
const hostOf = (read: VariableReader, raw: string): string => {
  const url = parsedUrl(raw);
  const advice =
    "write mysql://user:password@host:3306/name, with special characters of the password percent-encoded";
  if (!url || !/^(mysql|mariadb):$/.test(url.protocol))
    read.problem(
      "PLINTH_DATABASE_URL",
      "is not the address of a MySQL or MariaDB database",
      advice,
    );
  else {
    if (!url.hostname) read.problem("PLINTH_DATABASE_URL", "names no host", advice);
    if (!url.username) read.problem("PLINTH_DATABASE_URL", "names no user", advice);
    if (!/^\/[^/\s]{1,64}$/.test(url.pathname))
      read.problem("PLINTH_DATABASE_URL", "names no database behind the host", advice);
    if (!isDecodable(url))
      read.problem("PLINTH_DATABASE_URL", "holds a % that is no percent-encoding", advice);
    if (url.search || url.hash)
      read.problem(
        "PLINTH_DATABASE_URL",
        "carries settings behind a ? or #",
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
