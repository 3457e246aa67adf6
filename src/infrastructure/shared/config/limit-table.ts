import { LIMIT_NAMES, limitNamed } from "../../../application/shared/limits.js";
import type { OtherLimit } from "../../../application/shared/limit.js";
import { OTHER_LIMITS } from "../../../application/shared/other-limits.js";
import { limitVariable } from "./limit-variables.js";

/** All limits as a Markdown table. */
export const limitTable = (): string =>
  [
    "| setting | default | `off` | what it bounds | beyond it | in the log |",
    "|---|---|---|---|---|---|",
    ...LIMIT_NAMES.map((name) => {
      const limit = limitNamed(name);
      return row(name, { ...limit, setting: limitVariable(name) }, !limit.isAlwaysOn);
    }),
    ...Object.entries<OtherLimit>(OTHER_LIMITS).map(([name, limit]) => row(name, limit, false)),
  ].join("\n");

const row = (
  name: string,
  { unit, fallback, about, refusal, setting }: OtherLimit,
  canBeOff: boolean,
): string => {
  const value = `${fallback.toLocaleString("en")}${unit === "number" ? "" : ` ${unit}`}`;
  return `| ${setting === null ? "(fixed)" : `\`${setting}\``} | ${value} | ${canBeOff ? "yes" : "no"} | ${about} | ${refusal} | \`${name}\` |`;
};
