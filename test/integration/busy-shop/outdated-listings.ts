import { refreshListings } from "../../../src/application/listing/listing.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";
import { deepEqual } from "../../../src/domain/shared/deep-equal.js";
import { id } from "../../../src/domain/shared/id.js";
import type { Store } from "../../../src/infrastructure/store.js";

/**
 * The products whose listings are not what a complete refresh gives, while others change them: who
 * changes facts and answers commits them together. Afterwards they are right.
 */
export const outdatedListings = async ({
  readSource,
  unitOfWork,
}: Pick<Store, "readSource" | "unitOfWork">): Promise<readonly string[]> => {
  const products = (await readSource.query("SELECT id FROM catalog_product")).map((row) =>
    id<ProductId>(String(row["id"])),
  );
  return unitOfWork.run(async (stores) => {
    const before = await stores.storedListings.lock(products);
    await refreshListings(stores, { products });
    const after = await stores.storedListings.lock(products);
    return [...before.keys()].filter((one) => !deepEqual(before.get(one), after.get(one)));
  });
};
