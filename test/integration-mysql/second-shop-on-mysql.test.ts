import { afterAll, onTestFinished } from "vitest";
import { catalog } from "../../src/application/catalog/catalog.js";
import { TypeIds } from "../../src/infrastructure/shared/type-ids.js";
import { collectionFiles } from "../contracts/catalog/collection-files.contract.js";
import { secondShop } from "../contracts/catalog/second-shop.contract.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { mysqlStores } from "./mysql-store.js";

const stores = mysqlStores();
afterAll(stores.end);

const open = async () => {
  const store = await stores.open();
  onTestFinished(() => store.close());
  const clock = fixedClock();
  return catalog({ ...store, clock, ids: new TypeIds(clock), currency: "EUR" });
};

secondShop("MySQL", open);
collectionFiles("MySQL", open);
