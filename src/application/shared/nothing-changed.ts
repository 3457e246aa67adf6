import type { Warning } from "./warning.js";

/** The warning after a change that asks for what is stored already. */
export const nothingChanged = (path: readonly string[] = []): Warning => ({
  code: "NOTHING_CHANGED",
  message: "Nothing changed.",
  path,
});
