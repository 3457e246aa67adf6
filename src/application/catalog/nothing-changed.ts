import type { Warning } from "../shared/warning.js";

/** For an answer to somebody who asked for what was there already. */
export const nothingChanged = (path: readonly string[] = []): Warning => ({
  code: "NOTHING_CHANGED",
  message: "Everything was like this already.",
  path,
});
