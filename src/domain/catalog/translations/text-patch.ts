/** A new translation of a text. Undefined: keep the stored one. Null: remove it. */
export type TextPatch = string | null | undefined;

/**
 * The stored text with a patch applied.
 * @param check returns the stored form of a new text; empty or nothing removes the text
 */
export const applyTextPatch = (
  patch: TextPatch,
  stored: string | null,
  check: (raw: string) => string | null | undefined,
): string | null => {
  if (patch === undefined) return stored;
  return patch === null ? null : check(patch) || null;
};
