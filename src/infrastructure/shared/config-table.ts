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
