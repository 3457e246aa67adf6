import { changed } from "../../../domain/catalog/product-changes.js";
import type { Editing, TakenProduct } from "./take-products.js";

/** Lets a product go. @throws ProductInUse while buyers have been promised units of it */
export const sayFarewell = ({ product, stock }: TakenProduct): void => {
  product.delete([...stock.values()].reduce((sum, item) => sum + item.snapshot().reserved, 0));
};

/** Takes products that have been let go out of the store, with everything that hangs on them; their history stays. */
export const removeProducts = async (
  { stores, viewer, now }: Editing,
  gone: readonly TakenProduct[],
): Promise<void> => {
  const ids = gone.map(({ product }) => product.id);
  const variants = gone.flatMap(({ before }) => before.variants.map(({ id }) => id));
  await stores.products.remove(gone.map(({ product }) => product));
  await stores.prices.remove(variants);
  await stores.listPrices.forget(variants);
  await stores.stockItems.remove(variants);
  await stores.redirects.forget("product", ids);
  await stores.schedule.cancelAbout([...ids, ...variants]);
  await stores.productHistory.add(
    gone.map(({ product, before: { title, slug } }) => ({
      productId: product.id,
      kind: "DELETED",
      version: product.snapshot().version,
      at: now,
      actor: viewer.kind,
      changes: [...changed("title", title, null), ...changed("slug", slug, null)],
    })),
  );
};
