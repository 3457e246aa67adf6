import { beforeEach, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";

const FIELDS = "market { outsideFallback cartReservationMinutes }";
const MUG = variantId(10);

describe("the terms of a market about carts and orders", () => {
  let shop: Editing;
  let id: string;
  const read = async () =>
    (await shop.ask(`{ markets { outsideFallback cartReservationMinutes } }`)).data;
  const set = async (changes: object) =>
    (await shop.mutate("marketUpdate", { id, changes }, FIELDS)).payload;

  beforeEach(async () => {
    shop = await editing();
    const { data } = await shop.ask("{ markets { id } }");
    id = ((data?.["markets"] ?? []) as { readonly id: string }[])[0]?.id ?? "";
  });

  test("allow orders on an estimate unless staff refuse them", async () => {
    const before = await read();
    const changed = await set({ outsideFallback: "REFUSED" });
    await set({ name: "Europe" });

    expect(before).toEqual({
      markets: [{ outsideFallback: "ALLOWED", cartReservationMinutes: null }],
    });
    expect(changed).toMatchObject({ market: { outsideFallback: "REFUSED" }, userErrors: [] });
    expect(await read()).toMatchObject({ markets: [{ outsideFallback: "REFUSED" }] });
  });

  test("reserve units for carts for 1 to 1440 minutes, or not at all", async () => {
    const refused = [
      await set({ cartReservationMinutes: 0 }),
      await set({ cartReservationMinutes: 1_441 }),
    ];
    const allowed = [
      await set({ cartReservationMinutes: 1_440 }),
      await set({ cartReservationMinutes: null }),
    ];

    for (const { userErrors } of refused)
      expect(userErrors).toMatchObject([
        {
          code: "INVALID_CART_RESERVATION",
          path: ["input", "changes", "cartReservationMinutes"],
        },
      ]);
    expect(allowed).toMatchObject([
      { market: { cartReservationMinutes: 1_440 } },
      { market: { cartReservationMinutes: null } },
    ]);
  });

  test("tell buyers until when the units of their cart are reserved", async () => {
    const create = async () => {
      const { data } = await send(shop.world, {
        api: "shop",
        viewer: "guest",
        query: `mutation { cartCreate(input: { lines: [{ variantId: "${MUG}", quantity: 1 }] }) { cart { createdAt reservedUntil } } }`,
      });
      const { cart } = (data?.["cartCreate"] ?? {}) as {
        readonly cart?: { readonly createdAt: string; readonly reservedUntil: string };
      };
      if (!cart) throw new Error("No cart was created.");
      return cart;
    };
    expect((await create()).reservedUntil).toBeNull();
    await set({ cartReservationMinutes: 20 });
    const { createdAt, reservedUntil } = await create();

    expect(Date.parse(reservedUntil) - Date.parse(createdAt)).toBe(20 * 60_000);
  });
});
