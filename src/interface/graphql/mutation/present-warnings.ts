import type { Warning } from "../../../application/shared/warning.js";

/** The warnings of a result, with paths from the arguments. */
export const presentWarnings = (
  result: unknown,
  path: readonly string[] = [],
): readonly Warning[] => {
  const { warnings = [] } = (result ?? {}) as { readonly warnings?: readonly Warning[] };
  return warnings.map((warning) => ({ ...warning, path: ["input", ...path, ...warning.path] }));
};
