import { variables } from "./variables.js";

/** All settings as a Markdown table. */
export const configTable = (): string =>
  [
    "| variable | default | what it is for |",
    "|---|---|---|",
    ...variables.map(
      ({ name, fallback, about, secret }) =>
        `| \`${name}\` | ${fallback === null ? "" : `\`${fallback}\``} | ${about}${secret ? ` Or \`${name}_FILE\`.` : ""} |`,
    ),
  ].join("\n");
