import { isIP } from "node:net";
import { LOOPBACK_ORIGINS, type Origins } from "../../../domain/shared/origins.js";
import { parseUrl } from "./parse-url.js";
import type { VariableReader } from "./variable-reader.js";

export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  /** Null when the health is answered on the port of everything else only. */
  readonly healthPort: number | null;
  /** Without a slash at the end; null when it is made of host and port. */
  readonly publicUrl: string | null;
  readonly corsOrigins: Origins;
  /** The addresses and networks whose X-Forwarded-* headers are trusted; false for none. */
  readonly trustProxy: false | readonly string[];
}

export const readServerConfig = (
  read: VariableReader,
  mode: "development" | "production",
): ServerConfig => {
  const [host, publicUrl] = [readHost(read, mode), readPublicUrl(read)];
  if (mode === "production" && ["0.0.0.0", "::", "[::]"].includes(host) && publicUrl === null)
    read.problem(
      "PLINTH_PUBLIC_URL",
      `is not set, and shoppers cannot load images from PLINTH_HOST=${host}`,
      "give the URL at which they reach Plinth, such as https://shop-api.example.com",
    );
  return { host, publicUrl, ...readRest(read, mode) };
};

const readRest = (
  read: VariableReader,
  mode: string,
): Omit<ServerConfig, "host" | "publicUrl"> => ({
  ...readPorts(read),
  corsOrigins: readOrigins(read, mode),
  trustProxy: readTrustProxy(read),
});

const readPorts = (read: VariableReader): Pick<ServerConfig, "port" | "healthPort"> => {
  const port = read.whole("PLINTH_PORT", 0, 65_535);
  const healthPort = read.isSet("PLINTH_HEALTH_PORT")
    ? read.whole("PLINTH_HEALTH_PORT", 1, 65_535)
    : null;
  if (healthPort === port)
    read.problem("PLINTH_HEALTH_PORT", `is ${port}, like PLINTH_PORT`, "give another port");
  return { port, healthPort };
};

/** Whether an address can be reached from this machine only. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" ||
  host === "::1" ||
  host === "[::1]" ||
  (isIP(host) === 4 && host.startsWith("127."));

const readHost = (read: VariableReader, mode: string): string => {
  const host = read.text("PLINTH_HOST") ?? "";
  if (!/^[A-Za-z0-9.:-]+$/.test(host))
    read.problem(
      "PLINTH_HOST",
      `is "${host}"`,
      "give an address such as 127.0.0.1, or 0.0.0.0 for all of them",
    );
  else if (mode === "development" && !isLoopback(host))
    read.problem(
      "PLINTH_HOST",
      `is ${host}, which others can reach, in development`,
      "listen on 127.0.0.1, or set PLINTH_MODE=production",
    );
  return host;
};

const readPublicUrl = (read: VariableReader): string | null => {
  const raw = read.text("PLINTH_PUBLIC_URL");
  if (raw === null) return null;
  const url = parseUrl(raw);
  const fits = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
  if (!fits)
    read.problem(
      "PLINTH_PUBLIC_URL",
      `is "${raw}"`,
      "give an address such as https://shop-api.example.com",
    );
  return raw.replace(/\/+$/, "");
};

const readOrigins = (read: VariableReader, mode: string): Origins => {
  const isDevelopment = mode === "development";
  const origins = read.list("PLINTH_CORS_ORIGINS");
  if (origins.includes("*")) {
    if (!isDevelopment)
      read.problem(
        "PLINTH_CORS_ORIGINS",
        "is * in production",
        "list the origins of your storefronts",
      );
    return "*";
  }
  for (const origin of origins) {
    const exact = parseUrl(origin)?.origin;
    const suggestion = exact && exact !== "null" ? exact : "https://www.example.com";
    if (origin !== exact)
      read.problem(
        "PLINTH_CORS_ORIGINS",
        `contains "${origin}", which is not an origin`,
        `write scheme, host and port only, such as ${suggestion}`,
      );
  }
  return isDevelopment ? [LOOPBACK_ORIGINS, ...origins] : origins;
};

// Proxies are listed, not counted: with a count, a client that reaches Plinth directly could send
// any address.
const readTrustProxy = (read: VariableReader): false | readonly string[] => {
  const raw = read.text("PLINTH_TRUST_PROXY") ?? "off";
  if (raw === "off") return false;
  const addresses = read.list("PLINTH_TRUST_PROXY");
  const wrong = addresses.filter((address) => !isNetwork(address));
  if (wrong.length > 0)
    read.problem(
      "PLINTH_TRUST_PROXY",
      `contains "${wrong.join(", ")}"`,
      "write off, or addresses and networks such as 10.0.0.2,10.1.0.0/16",
    );
  return addresses;
};

const isNetwork = (address: string): boolean => {
  const [ip = "", bits, ...rest] = address.split("/");
  const version = isIP(ip);
  return (
    version > 0 &&
    rest.length === 0 &&
    (bits === undefined ||
      (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128)))
  );
};
