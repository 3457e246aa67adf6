import type { CatalogStores, SluggedKind } from "./ports.js";

/** Something as it is stored now, and as it was before; null for what is new. */
interface Renamed {
  readonly before: { readonly slug: string } | null;
  readonly after: { readonly id: string; readonly slug: string };
}

/** Lets the slugs that things had lead to them; the slugs that they have now lead to nothing else any more. */
export const keepRedirects = async (
  { redirects }: Pick<CatalogStores, "redirects">,
  kind: SluggedKind,
  things: readonly Renamed[],
  now: Date,
): Promise<void> => {
  const renamed = things.filter(({ before, after }) => before?.slug !== after.slug);
  await redirects.keep(
    kind,
    renamed.flatMap(({ before, after }) =>
      before ? [{ slug: before.slug, target: after.id }] : [],
    ),
    now,
  );
  // Afterwards, because one may have taken the slug that another one gave up.
  await redirects.release(
    kind,
    renamed.map(({ after }) => after.slug),
  );
};
