import type { ImportIssue } from "../../shared/file-format.js";

export const notATime = (value: string): Pick<ImportIssue, "code" | "reason" | "advice"> => ({
  code: "INVALID_TIME",
  reason: `"${value}" is not a time with its zone.`,
  advice: "Write it as 2026-11-27T08:00:00Z or 2026-11-27T09:00+01:00, or a date for midnight UTC.",
});
