import { onTestFinished } from "vitest";
import { catalog } from "../../src/application/catalog/catalog.js";
import { TypeIds } from "../../src/infrastructure/shared/type-ids.js";
import { collectionFiles } from "../contracts/catalog/collection-files.contract.js";
import { secondShop } from "../contracts/catalog/second-shop.contract.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { embeddedStore } from "./embedded-store.js";

const open = async () => {
  const store = await embeddedStore();
  onTestFinished(() => store.close());
  const clock = fixedClock();
  return catalog({ ...store, clock, ids: new TypeIds(clock), currency: "EUR" });
};

secondShop("SQLite", open);
collectionFiles("SQLite", open);
