import { parseUrl } from "./parse-url.js";
import type { VariableReader } from "./variable-reader.js";

export interface SharingConfig {
  readonly host: string;
  readonly port: number;
  readonly username: string | null;
  readonly password: string | null;
  /** The number of the database. */
  readonly database: number;
  /** Certificate authorities in PEM form; `true` for the public ones; `false` for no encryption. */
  readonly tls: boolean | { readonly ca: string };
}

/** Null unless a Redis is named. */
export const readSharingConfig = (read: VariableReader): SharingConfig | null => {
  const raw = read.text("PLINTH_REDIS_URL");
  const ca = read.text("PLINTH_REDIS_TLS_CA");
  if (ca !== null && !ca.includes("-----BEGIN CERTIFICATE-----"))
    read.problem(
      "PLINTH_REDIS_TLS_CA",
      "is not a certificate in PEM form",
      "name the file of the authority in PLINTH_REDIS_TLS_CA_FILE",
    );
  if (raw === null) return null;
  const config = parsed(raw, ca);
  if (config === null)
    // The URL contains a password, so the message does not repeat it.
    read.problem(
      "PLINTH_REDIS_URL",
      "is not the URL of a Redis",
      "write redis://user:password@host:6379/0, or rediss:// for an encrypted connection, with special characters of the password percent-encoded",
    );
  return config;
};

const parsed = (raw: string, ca: string | null): SharingConfig | null => {
  const url = parseUrl(raw);
  const [, database = "0"] = /^\/?(\d{0,4})$/.exec(url?.pathname ?? "") ?? [null, null];
  if (!url || !/^rediss?:$/.test(url.protocol) || !url.hostname || database === null) return null;
  if (url.search || url.hash) return null;
  try {
    return {
      host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: Number(url.port || 6_379),
      username: decodeURIComponent(url.username) || null,
      password: decodeURIComponent(url.password) || null,
      database: Number(database),
      tls: url.protocol === "rediss:" && (ca === null || { ca }),
    };
  } catch {
    return null;
  }
};
