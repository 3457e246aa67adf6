import { MAX_BULK_ITEMS } from "../src/application/shared/bulk.js";
import { OPERATOR } from "../src/application/shared/viewer.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";
import { chunks } from "./chunks.js";

/** The products of the demo, by their slugs. */
export const demoProducts = (catalog: App["catalog"]) => {
  /** Missing products, and products that have another slug now, are left out. */
  const ids = async (slugs: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const found = await catalog.admin.productsBySlug(
      { slugs, fields: new Set(["slug"] as const) },
      OPERATOR,
    );
    return new Map(
      [...found].flatMap(([slug, product]) => (product.slug === slug ? [[slug, product.id]] : [])),
    );
  };

  return {
    ids,
    /** @returns how many there were @throws Refused while units of one are reserved */
    delete: async (slugs: readonly string[]): Promise<number> => {
      const items = [...(await ids(slugs)).values()].map((id) => ({ id }));
      for (const some of chunks(items, MAX_BULK_ITEMS))
        accepted(await catalog.productsDelete({ items: some }, OPERATOR));
      return items.length;
    },
  };
};
