import { LIMIT_NAMES, limitNamed } from "../../../application/shared/limits.js";
import { limitVariable } from "./limit-variables.js";

/** All limits as a Markdown table. */
export const limitTable = (): string =>
  [
    "| setting | default | what it bounds | beyond it | in the log |",
    "|---|---|---|---|---|",
    ...LIMIT_NAMES.map((name) => {
      const { unit, fallback, about, refusal } = limitNamed(name);
      const value = `${fallback.toLocaleString("en")}${unit === "number" ? "" : ` ${unit}`}`;
      return `| \`${limitVariable(name)}\` | ${value} | ${about} | ${refusal} | \`${name}\` |`;
    }),
  ].join("\n");
