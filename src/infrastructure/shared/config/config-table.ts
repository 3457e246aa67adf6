import { type Variable, VARIABLES } from "./variables.js";

const settings: readonly Variable[] = VARIABLES;

/** All settings as a Markdown table; limits have a table of their own. */
export const configTable = (): string =>
  [
    "| variable | default | what it is for |",
    "|---|---|---|",
    ...settings.map(
      ({ name, fallback, about, secret }) =>
        `| \`${name}\` | ${fallback === null ? "" : `\`${fallback}\``} | ${about}${secret ? ` Or \`${name}_FILE\`.` : ""} |`,
    ),
  ].join("\n");
