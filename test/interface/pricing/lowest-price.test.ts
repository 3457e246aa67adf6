import { beforeEach, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";
import { openWorld } from "../world.js";

const DAY_MS = 24 * 60 * 60_000;
const MUG = variantId(10);
const QUERY = `{ node(id: "${MUG}") { ... on Variant { price { amount } lowest: lowestPrice30Days { amount currency formatted } } } shop { market { showsLowestPrice } } }`;

describe("the lowest price before a reduction", () => {
  let shop: Editing;
  let clock: MovableClock;
  const shown = async (api: "shop" | "admin") => {
    const viewer = api === "shop" ? "guest" : "admin-key";
    const { data, errors } = await send(shop.world, { api, viewer, query: QUERY });
    expect(errors).toEqual([]);
    const { node, shop: about } = data as {
      node: { price: object; lowest: object | null };
      shop: { market: { showsLowestPrice: boolean } };
    };
    return { ...node, asks: about.market.showsLowestPrice };
  };
  const ask = async (showsLowestPrice: boolean) => {
    const { data } = await shop.ask("{ markets { id } }");
    const [{ id } = { id: "" }] = (data?.["markets"] ?? []) as { id: string }[];
    const { payload } = await shop.mutate(
      "marketUpdate",
      { id, changes: { showsLowestPrice } },
      "market { showsLowestPrice }",
    );
    expect(payload).toMatchObject({ market: { showsLowestPrice }, userErrors: [] });
  };
  const reduce = async (price: string, compareAtPrice: string | null) => {
    const items = [{ variantId: MUG, price, compareAtPrice }];
    const { payload } = await shop.mutate("variantPricesSet", { items });
    expect(payload["userErrors"]).toEqual([]);
  };

  beforeEach(async () => {
    clock = movableClock();
    const database = new InMemoryDatabase(clock);
    const ground = {
      unitOfWork: database.unitOfWork(inMemoryStores),
      ...inMemoryReads(database),
    };
    shop = await editing(() => openWorld({}, ground, clock));
  });

  test("is shown in both APIs where the market asks for it and the price is reduced", async () => {
    await reduce("12.00", null);
    clock.forward(DAY_MS);
    await reduce("9.00", "12.00");

    expect(await shown("shop")).toEqual({ price: { amount: "9.00" }, lowest: null, asks: false });
    await ask(true);
    const lowest = { amount: "12.00", currency: "EUR", formatted: "€12.00" };
    for (const api of ["shop", "admin"] as const)
      expect(await shown(api)).toEqual({ price: { amount: "9.00" }, lowest, asks: true });
    clock.forward(DAY_MS);
    await reduce("12.00", null);
    expect(await shown("shop")).toMatchObject({ price: { amount: "12.00" }, lowest: null });
  });
});
