import { OPERATOR } from "../src/application/shared/viewer.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";
import { demoProducts } from "./demo-products.js";

type CollectionInput = Parameters<App["catalog"]["collectionCreate"]>[0]["collection"];

export interface DemoCollection extends Pick<
  CollectionInput,
  "title" | "descriptionHtml" | "seo" | "image" | "rules" | "sortOrder"
> {
  readonly slug: string;
  /** The slugs of its products in order; unknown ones are left out. */
  readonly products?: readonly string[];
  /** The slug of its parent collection. */
  readonly parent?: string | null;
}

/** The collections of the demo, by their slugs. */
export const demoCollections = (catalog: App["catalog"]) => {
  /** Missing collections, and collections that have another slug now, are left out. */
  const ids = async (slugs: readonly string[]): Promise<Map<string, string>> => {
    const found = await catalog.admin.collectionsBySlug(
      { slugs, fields: new Set(["slug"] as const) },
      OPERATOR,
    );
    return new Map(
      [...found].flatMap(([slug, { id, ...one }]) => (one.slug === slug ? [[slug, id]] : [])),
    );
  };

  return {
    ids,

    /** Creates published collections with their products; what exists already is updated. */
    arrange: async (collections: readonly DemoCollection[]): Promise<void> => {
      const arranged = await ids(collections.map(({ slug }) => slug));
      for (const { products = [], parent, ...content } of collections) {
        const parentId = parent == null ? null : (arranged.get(parent) ?? null);
        const input = { ...content, parentId };
        const id = arranged.get(content.slug);
        const { collectionId } = accepted(
          id === undefined
            ? await catalog.collectionCreate({ collection: input }, OPERATOR)
            : await catalog.collectionUpdate({ id, changes: input }, OPERATOR),
        );
        arranged.set(content.slug, collectionId);
        const members = await demoProducts(catalog).ids(products);
        const productIds = products.flatMap((slug) => members.get(slug) ?? []);
        if (productIds.length > 0)
          accepted(await catalog.collectionProductsAdd({ id: collectionId, productIds }, OPERATOR));
        accepted(await catalog.collectionPublish({ id: collectionId }, OPERATOR));
      }
    },

    /** Deletes collections; their products stay. @returns how many there were */
    delete: async (slugs: readonly string[]): Promise<number> => {
      const found = await ids(slugs);
      // Children come after their parents in the list. A child that is left when its parent is
      // deleted would first be moved up.
      for (const id of slugs.toReversed().flatMap((slug) => found.get(slug) ?? []))
        accepted(await catalog.collectionDelete({ id }, OPERATOR));
      return found.size;
    },
  };
};
