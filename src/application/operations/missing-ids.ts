/** The ids without a record. */
export const missingIds = (
  ids: readonly string[],
  found: readonly { readonly id: string }[],
): readonly string[] => {
  const missing = new Set(ids);
  for (const { id } of found) missing.delete(id);
  return [...missing];
};
