import type { InventoryStores } from "../inventory/ports.js";
import type { PricingStores } from "../pricing/ports.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { useCase } from "../shared/use-case.js";
import { mayWriteCatalog } from "../shared/viewer.js";
import type { CatalogStores } from "./ports.js";

export interface DeleteProducts {
  /** Slugs; unknown ones are passed over. */
  readonly products: readonly string[];
}

interface Needs {
  readonly unitOfWork: UnitOfWork<Pick<CatalogStores, "products"> & PricingStores & InventoryStores>;
}

/** Takes products out with their variants, prices and stock. @returns how many there were */
export const deleteProducts = useCase(
  mayWriteCatalog,
  ({ unitOfWork }: Needs) =>
    ({ products: slugs }: DeleteProducts): Promise<number> =>
      unitOfWork.run(async ({ products, prices, stockItems }) => {
        const doomed = [...(await products.bySlug(slugs)).values()];
        const variants = doomed.flatMap((product) => product.snapshot().variants.map(({ id }) => id));
        for (const product of doomed) product.delete();
        await products.remove(doomed);
        await prices.remove(variants);
        await stockItems.remove(variants);
        return doomed.length;
      }),
);
