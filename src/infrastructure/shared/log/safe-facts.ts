import type { LogFacts } from "../../../application/shared/log.js";

type Fact = Exclude<keyof LogFacts, "error">;

// The compiler keeps this list equal to LogFacts.
const ALLOWED: Readonly<Record<Fact, "text" | "number">> = {
  requestId: "text",
  method: "text",
  route: "text",
  status: "number",
  durationMs: "number",
  operation: "text",
  operationType: "text",
  viewer: "text",
  peer: "text",
  permission: "text",
  code: "text",
  result: "text",
  mode: "text",
  address: "text",
  origin: "text",
  header: "text",
  database: "text",
  file: "text",
  version: "text",
  signal: "text",
  count: "number",
  limit: "text",
  clients: "number",
  most: "number",
  event: "text",
  subscriber: "text",
  work: "text",
  service: "text",
  kind: "text",
};
const LONGEST = 500;
const MOST_FRAMES = 20;
const MOST_CAUSES = 3;

// Line ends, terminal escapes (C0 and C1), line separators, and marks that reverse the writing
// direction.
// oxlint-disable-next-line no-control-regex -- finding them is the purpose
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
const CREDENTIALS = /(:\/\/)[^\s/@]*@|\b(Bearer|Basic)\s+\S+/gi;

/**
 * One line of plain text, whatever was in it; addresses lose their user and password, headers their
 * token.
 */
export const safeText = (raw: string): string => {
  // Credentials are redacted before anything is escaped or cut: a token may follow a tab, and the
  // end of an address with a password may be beyond the cut.
  const redacted = raw.replace(CREDENTIALS, "$1$2[redacted]");
  const line = redacted.slice(0, LONGEST).toWellFormed().replace(UNSAFE, escaped);
  return redacted.length > LONGEST ? `${line}…` : line;
};

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The facts with a known key and a safe value; all others are removed. */
export const safeFacts = (facts: LogFacts): Record<string, unknown> => {
  const safe: Record<string, unknown> = {};
  for (const key of Object.keys(facts)) {
    const kind = Object.hasOwn(ALLOWED, key) ? ALLOWED[key as Fact] : null;
    const value: unknown = facts[key as Fact];
    if (kind === "number" && typeof value === "number") safe[key] = value;
    if (kind === "text" && typeof value === "string") safe[key] = safeText(value);
  }
  if (facts.error !== undefined) safe["error"] = safeError(facts.error, MOST_CAUSES);
  return safe;
};

/**
 * Name, code, message and frames; a driver's error also carries the statement and its parameters,
 * which stay out.
 */
const safeError = (error: unknown, causes: number): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const code =
    "code" in error && typeof error.code === "string" ? { code: safeText(error.code) } : {};
  const cause =
    error.cause === undefined || causes === 0 ? {} : { cause: safeError(error.cause, causes - 1) };
  return {
    name: safeText(error.name),
    ...code,
    message: safeText(error.message),
    frames: framesOf(error),
    ...cause,
  };
};

const framesOf = ({ stack = "" }: Error): readonly string[] =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => safeText(line.trim()));
