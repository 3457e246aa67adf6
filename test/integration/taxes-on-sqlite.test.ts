import { taxesContract } from "../contracts/pricing/taxes.contract.js";
import { embeddedStore } from "./embedded-store.js";

taxesContract("SQLite", async () => {
  const store = await embeddedStore();
  return {
    unitOfWork: store.unitOfWork,
    taxReads: store.taxReads,
    currentTaxes: () => store.shopTaxes.current(),
    close: () => store.close(),
  };
});
