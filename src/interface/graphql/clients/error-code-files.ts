import type { ErrorCode } from "../errors/codes/error-code.js";

/**
 * The files of the package for clients with the error codes of both APIs, by their paths below its
 * folder.
 */
export const errorCodeFiles = (
  codes: Readonly<Record<string, ErrorCode>>,
): Readonly<Record<string, string>> => {
  const names = Object.keys(codes).toSorted();
  const retryable = names.filter((name) => codes[name]?.retryable);
  return {
    "lib/error-codes.js": `${MADE}
/** Codes of errors after which the same request can succeed when it is sent again. */
export const retryableCodes = [
${linePer(retryable, (name) => `${JSON.stringify(name)},`)}];
`,
    "lib/error-codes.d.ts": `${MADE}
/** A code of an error of either API: in \`extensions.code\` of \`errors\`, or \`code\` of \`userErrors\`. */
export type ErrorCode =
${linePer(names, (name) => `| ${JSON.stringify(name)}`).trimEnd()};

/** Codes of errors after which the same request can succeed when it is sent again. */
export declare const retryableCodes: readonly ErrorCode[];
`,
  };
};

const MADE = "// Made from the error codes of Plinth.\n";

const linePer = (names: readonly string[], line: (name: string) => string): string =>
  names.map((name) => `  ${line(name)}\n`).join("");
