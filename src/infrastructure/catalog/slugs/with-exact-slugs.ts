/** Keeps the rows that have exactly one of the slugs: to MySQL, `mug` and `mug ` are equal. */
export const withExactSlugs = <Item extends { readonly slug?: string }>(
  slugs: readonly string[],
  found: readonly Item[],
): readonly (Item & { readonly slug: string })[] => {
  const requested = new Set(slugs);
  return found.flatMap((item) =>
    item.slug !== undefined && requested.has(item.slug) ? [{ ...item, slug: item.slug }] : [],
  );
};
