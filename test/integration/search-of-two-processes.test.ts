import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../src/application/catalog/catalog.js";
import { search, type Search } from "../../src/application/search/search.js";
import { OPERATOR } from "../../src/application/shared/viewer.js";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { numberedIds } from "../fakes/numbered-ids.js";
import { searching, titlesOf } from "../contracts/search/search-subject.js";
import { DEADLINES, embeddedStore } from "./embedded-store.js";

type Shop = Catalog & { readonly search: Search };

const found = async (
  shop: { readonly search: Search },
  query: string,
  filter = {},
): Promise<readonly string[]> => titlesOf(await searching(shop.search)(query, { filter }));

const open = (store: Store, first = 1): Shop => {
  const needs = { ...store, clock: fixedClock(), ids: numberedIds(first), currency: "EUR" };
  return { ...catalog(needs), search: search(needs) };
};

const add = async (shop: Catalog, title: string): Promise<string> => {
  const { result } = await shop.productCreate({ product: { title, status: "ACTIVE" } }, OPERATOR);
  await shop.productPublish({ id: String(result?.productId) }, OPERATOR);
  return String(result?.productId);
};

describe("two processes on one store", () => {
  let [ours, theirs]: Store[] = [];
  let [here, there]: Shop[] = [];

  beforeEach(async () => {
    const store = await embeddedStore();
    ours = store;
    theirs = await openStore(
      { kind: "embedded", file: store.file, deadlines: DEADLINES },
      fixedClock(),
    );
    [here, there] = [open(store), open(theirs, 500)];
  });
  afterEach(async () => {
    await theirs?.close();
    await ours?.close();
  });

  test("each finds soon what the other has added, changed and removed", async () => {
    if (!here || !there) throw new Error("There is no shop.");
    expect(await found(here, "mug")).toEqual([]);
    const id = await add(there, "Harbour Mug");
    const ofUs = here;
    await expect.poll(() => found(ofUs, "mug"), { timeout: 5_000 }).toEqual(["Harbour Mug"]);

    await there.productUpdate({ id, changes: { title: "Harbour Beaker" } }, OPERATOR);
    await expect.poll(() => found(ofUs, "beaker"), { timeout: 5_000 }).toEqual(["Harbour Beaker"]);

    await there.productDelete({ id }, OPERATOR);
    await expect.poll(() => found(ofUs, "beaker"), { timeout: 5_000 }).toEqual([]);
  });

  test("each finds the changes of events that were deleted before it has read them", async () => {
    if (!here || !there || !theirs) throw new Error("There is no shop.");
    await add(here, "Harbour Mug");
    expect(await found(here, "mug")).toEqual(["Harbour Mug"]);
    await add(there, "Lighthouse Mug");
    await theirs.unitOfWork.run(async ({ eventLog }) =>
      eventLog.drop((await eventLog.list("PENDING", 100)).map(({ id }) => id)),
    );

    const ofUs = here;
    await expect
      .poll(() => found(ofUs, "mug"), { timeout: 5_000 })
      .toEqual(["Harbour Mug", "Lighthouse Mug"]);
  });

  test("each finds nothing that was rolled back", async () => {
    if (!here) throw new Error("There is no shop.");
    await add(here, "Harbour Mug");
    await found(here, "mug");
    await here.productCreate({ product: { title: "Trial Mug", status: "ACTIVE" } }, OPERATOR, {
      key: null,
      dryRun: true,
      problems: [],
    });

    expect(await found(here, "mug")).toEqual(["Harbour Mug"]);
  });

  test("the store can be closed while the catalogue is being loaded", async () => {
    if (!theirs || !there) throw new Error("There is no shop.");
    for (const n of [1, 2, 3]) await add(there, `Mug ${n}`);
    const reading = theirs.productSearch.start().catch(() => undefined);
    await theirs.close();
    await reading;

    theirs = undefined as unknown as Store;
  });
});
