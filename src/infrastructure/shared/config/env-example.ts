import { variables } from "./variables.js";

/** All settings as `.env.example`. */
export const envExample = (): string =>
  [
    "# Copy this file to .env and set what should differ. The environment takes precedence over it.",
    "# A secret may be in a file instead: set VARIABLE_FILE to its path.",
    ...variables.map(({ name, fallback, example, about, secret }) => {
      const form = secret ? `\n# Secret; ${name}_FILE works too.` : "";
      const shape = fallback !== null && example ? `\n# For example ${example}` : "";
      return `\n# ${about.replaceAll("`", "")}${form}${shape}\n# ${name}=${fallback ?? example ?? ""}`;
    }),
    "",
  ].join("\n");
