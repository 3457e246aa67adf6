import { describe } from "vitest";
import { priceStores } from "../pricing/price-stores.contract.js";
import { mugStores, type StoresSubject } from "./mug-stores.js";
import { productStore } from "./product-store.contract.js";
import { stockStore } from "./stock-store.contract.js";
import { unitOfWork } from "./unit-of-work.contract.js";

/** What every set of stores must do. Run over the fake, SQLite and MySQL. */
export const storesContract = (
  name: string,
  open: () => Promise<StoresSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`stores: ${name}`, () => {
    const stores = mugStores(open, end);
    productStore(stores);
    stockStore(stores);
    priceStores(stores);
    unitOfWork(stores);
  });
};
