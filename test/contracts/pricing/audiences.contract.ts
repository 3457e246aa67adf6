import { expect, test } from "vitest";
import { followAudiences } from "../../../src/application/pricing/price-lists/follow-audiences.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { priceListUpdate } from "../../../src/application/pricing/price-lists/price-list-update.js";
import { customerGroupCreate } from "../../../src/application/pricing/customer-groups/customer-group-create.js";
import { customerGroupDelete } from "../../../src/application/pricing/customer-groups/customer-group-delete.js";
import { customerGroupUpdate } from "../../../src/application/pricing/customer-groups/customer-group-update.js";
import { marketDelete } from "../../../src/application/pricing/markets/market-delete.js";
import { marketUpdate } from "../../../src/application/pricing/markets/market-update.js";
import { priceListPricesRemove } from "../../../src/application/pricing/list-prices/price-list-prices-remove.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CustomerGroupId, PriceListId } from "../../../src/domain/pricing/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { variantId } from "../../builders/product-content.js";
import { codes, made, type MarketShop } from "./market-shop.js";

import { aimedShop, NOON, ONE, TWO } from "./aimed-shop.js";

/** Windows and audiences of price lists. */
export const audienceTests = (shop: MarketShop): void => {
  const { at, group, list, market, needs, shown, work } = aimedShop(shop);

  test("a list with a window applies in its market from its first to before its last second, before the list of the market", async () => {
    const base = await list({ key: "base" });
    made(await shop.set(base, [{ variantId: variantId(20), price: "18.00" }]));
    const there = await market("there", base);
    const sale = await list({ key: "sale", marketId: there, validFrom: ONE, validUntil: TWO });
    made(await shop.set(sale, [{ variantId: variantId(21), price: "9.00" }]));
    await work();

    expect(await shown("there", 20)).toEqual(["18.00", "18.00-30.00 EUR"]);
    at(new Date(ONE.getTime() - 1));
    expect(await shown("there", 21)).toEqual(["30.00", "18.00-30.00 EUR"]);
    at(ONE);
    await work();
    expect(await shown("there", 21)).toEqual(["9.00", "9.00-18.00 EUR"]);
    expect(await shown("there", 20)).toEqual(["18.00", "9.00-18.00 EUR"]);
    expect(await shown("default", 20)).toEqual(["20.00", "20.00-30.00 EUR"]);
    at(new Date(TWO.getTime() - 1));
    expect(await shown("there", 21)).toEqual(["9.00", "9.00-18.00 EUR"]);
    at(TWO);
    expect(await shown("there", 21)).toEqual(["30.00", "18.00-30.00 EUR"]);
  });

  test("a changed price in the list of the market moves the ranges of the lists that fall back on it", async () => {
    const base = await list({ key: "base" });
    const there = await market("there", base);
    const sale = await list({ key: "sale", marketId: there });
    made(await shop.set(sale, [{ variantId: variantId(21), price: "9.00" }]));
    await work();
    made(await shop.set(base, [{ variantId: variantId(20), price: "18.00" }]));
    expect(await shown("there", 20)).toEqual(["18.00", "9.00-18.00 EUR"]);
    made(await shop.set(base, [{ variantId: variantId(20), price: "7.00" }]));
    expect(await shown("there", 20)).toEqual(["7.00", "7.00-9.00 EUR"]);
    made(
      await priceListPricesRemove(needs())(
        { priceListId: base, items: [{ variantId: variantId(20) }] },
        OPERATOR,
      ),
    );
    expect(await shown("there", 20)).toEqual(["20.00", "9.00-20.00 EUR"]);
  });

  test("in another currency the list of the market stays below a list that has few prices", async () => {
    const francs = await list({ key: "francs", currency: "CHF" });
    made(
      await shop.set(francs, [
        { variantId: variantId(20), price: "22.00" },
        { variantId: variantId(21), price: "33.00" },
      ]),
    );
    const there = await market("there", francs);
    const sale = await list({ key: "sale", currency: "CHF", marketId: there });
    made(await shop.set(sale, [{ variantId: variantId(21), price: "11.00" }]));
    await work();

    expect(await shown("there", 20)).toEqual(["22.00", "11.00-22.00 CHF"]);
    expect(await shown("there", 10)).toEqual([null, null]);
  });

  test("another list of a market is used by the lists that are made for it, which are computed again", async () => {
    const [first, second] = [await list({ key: "first" }), await list({ key: "second" })];
    made(await shop.set(first, [{ variantId: variantId(20), price: "18.00" }]));
    made(await shop.set(second, [{ variantId: variantId(20), price: "19.00" }]));
    const there = await market("there", first);
    const sale = await list({ key: "sale", marketId: there });
    made(await shop.set(sale, [{ variantId: variantId(21), price: "9.00" }]));
    await work();
    expect(await shown("there", 20)).toEqual(["18.00", "9.00-18.00 EUR"]);

    made(await marketUpdate(needs())({ id: there, changes: { priceListId: second } }, OPERATOR));
    await work();
    expect(await shown("there", 20)).toEqual(["19.00", "9.00-19.00 EUR"]);
    made(await priceListUpdate(needs())({ id: sale, changes: { marketId: null } }, OPERATOR));
    await work();
    expect(await shown("there", 21)).toEqual(["30.00", "19.00-30.00 EUR"]);
  });

  test("the window of the list of a market ends for the lists that fall back on it when the work at its end is done", async () => {
    const base = await list({ key: "base", validUntil: ONE });
    made(await shop.set(base, [{ variantId: variantId(20), price: "18.00" }]));
    const there = await market("there", base);
    const sale = await list({ key: "sale", marketId: there });
    made(await shop.set(sale, [{ variantId: variantId(21), price: "9.00" }]));
    await work();
    expect(await shown("there", 20)).toEqual(["18.00", "9.00-18.00 EUR"]);

    at(ONE);
    await work();
    await work();
    expect(await shown("there", 20)).toEqual(["20.00", "9.00-20.00 EUR"]);
  });

  test("lists of one rank must not be valid at the same time, and the refusal names the other one", async () => {
    const [there, elsewhere] = [await market("there", null), await market("elsewhere", null)];
    const wholesale = await group("wholesale");
    await list({ key: "sale", marketId: there, validFrom: ONE, validUntil: TWO });
    await list({ key: "members", customerGroupId: wholesale, marketId: there, validFrom: TWO });
    const create = (
      input: Partial<Parameters<ReturnType<typeof priceListCreate>>[0]["priceList"]>,
    ) => priceListCreate(needs())({ priceList: { key: "other", ...input } }, OPERATOR);

    const rival = await create({ marketId: there, validFrom: NOON, validUntil: TWO });
    expect(rival.refusals).toMatchObject([
      {
        code: "PRICE_LISTS_OVERLAP",
        path: ["priceList", "validFrom"],
        message: expect.stringContaining('"sale"'),
      },
    ]);
    const overlapping = [
      await create({ marketId: there }),
      await create({ customerGroupId: wholesale }),
      await create({ customerGroupId: wholesale, marketId: there, validFrom: TWO }),
    ];
    expect(overlapping.flatMap(codes)).toEqual(Array(3).fill("PRICE_LISTS_OVERLAP"));
    const others = [
      await create({ key: "a", marketId: there, validUntil: ONE }),
      await create({ key: "b", marketId: there, validFrom: TWO }),
      await create({ key: "c", marketId: elsewhere }),
      await create({ key: "d", customerGroupId: wholesale, validUntil: TWO }),
      await create({ key: "e", customerGroupId: wholesale, marketId: elsewhere, validFrom: TWO }),
      await create({ key: "f" }),
    ];
    expect(others.flatMap(codes)).toEqual([]);
  });

  test("an audience that cannot be is refused", async () => {
    const francs = await list({ key: "francs", currency: "CHF" });
    const there = await market("there", null);
    const update = (changes: Parameters<ReturnType<typeof priceListUpdate>>[0]["changes"]) =>
      priceListUpdate(needs())({ id: francs, changes }, OPERATOR);
    const refused = [
      await update({ validFrom: TWO, validUntil: ONE }),
      await update({ validFrom: ONE, validUntil: ONE }),
      await update({ marketId: there }),
      await update({ marketId: "market_01h00000000000000000000099" }),
      await update({ customerGroupId: "customergroup_01h00000000000000000000099" }),
    ];

    expect(
      refused.map(({ refusals }) => refusals.map(({ code, path }) => [code, ...path].join(" "))),
    ).toEqual([
      ["INVALID_VALIDITY changes validUntil"],
      ["INVALID_VALIDITY changes validUntil"],
      ["PRICE_LIST_CURRENCY_MISMATCH changes marketId"],
      ["MARKET_NOT_FOUND changes marketId"],
      ["CUSTOMER_GROUP_NOT_FOUND changes customerGroupId"],
    ]);
  });

  test("a customer group or market for which a list is made is not deleted, and the refusal names the lists", async () => {
    const [there, wholesale] = [await market("there", null), await group("wholesale")];
    const members = await list({ key: "members", customerGroupId: wholesale, marketId: there });
    const refused = [
      await customerGroupDelete(needs())({ id: wholesale }, OPERATOR),
      await marketDelete(needs())({ id: there }, OPERATOR),
    ];
    expect(refused.flatMap(({ refusals }) => refusals)).toMatchObject([
      { code: "CUSTOMER_GROUP_IN_USE", message: expect.stringContaining('"members"') },
      { code: "MARKET_IN_USE", message: expect.stringContaining('"members"') },
    ]);
    made(
      await priceListUpdate(needs())(
        { id: members, changes: { customerGroupId: null, marketId: null } },
        OPERATOR,
      ),
    );
    made(await customerGroupDelete(needs())({ id: wholesale }, OPERATOR));
    made(await marketDelete(needs())({ id: there }, OPERATOR));
    expect(await shop.subject.customerGroupReads.all()).toEqual([]);
  });

  test("customer groups have keys of their own", async () => {
    const [first] = [await group("wholesale"), await group("staff")];
    const taken = [
      await customerGroupCreate(needs())({ customerGroup: { key: "staff" } }, OPERATOR),
      await customerGroupUpdate(needs())({ id: first, changes: { key: "staff" } }, OPERATOR),
      await customerGroupCreate(needs())({ customerGroup: { key: "No!" } }, OPERATOR),
    ];

    expect(taken.flatMap(codes)).toEqual([
      "CUSTOMER_GROUP_KEY_TAKEN",
      "CUSTOMER_GROUP_KEY_TAKEN",
      "INVALID_KEY",
    ]);
    made(await customerGroupUpdate(needs())({ id: first, changes: { name: "B2B" } }, OPERATOR));
    expect(
      (await shop.subject.customerGroupReads.all()).map(({ key, name, version }) => [
        key,
        name,
        version,
      ]),
    ).toEqual([
      ["staff", "staff", 1],
      ["wholesale", "B2B", 2],
    ]);
  });

  test("at most three lists apply to a buyer: that of the group, that for the market, and that of the market", async () => {
    const base = await list({ key: "a-base" });
    const there = await market("there", base);
    const wholesale = await group("wholesale");
    const [sale, members] = [
      await list({ key: "b-sale", marketId: there, validUntil: ONE }),
      await list({ key: "c-members", customerGroupId: wholesale }),
    ];
    for (const [priceListId, price] of [
      [base, "3.00"],
      [sale, "2.00"],
      [members, "1.00"],
    ] as const)
      made(await shop.set(priceListId, [{ variantId: variantId(10), price }]));
    await work();
    const stored = (await shop.subject.readMarkets()).find(({ key }) => key === "there");
    const candidates = async (customerGroup: CustomerGroupId | null, moment: Date) =>
      (
        await shop.subject.priceCandidates.ofVariants(
          [variantId(10), variantId(20), variantId(404)],
          { market: stored ?? expect.fail("There is no market."), customerGroup },
          moment,
        )
      )
        .get(variantId(10))
        ?.lists.map(({ key }) => key);

    expect(await candidates(wholesale, NOON)).toEqual(["c-members", "b-sale", "a-base"]);
    expect(await candidates(null, NOON)).toEqual(["b-sale", "a-base"]);
    expect(await candidates(wholesale, ONE)).toEqual(["c-members", "a-base"]);
    const found = await shop.subject.priceCandidates.ofVariants(
      [variantId(20), variantId(30), variantId(404)],
      { market: stored ?? expect.fail("There is no market."), customerGroup: wholesale },
      NOON,
    );
    expect([...found].map(([one, { lists, own }]) => [one, lists, own?.price.toDecimal()])).toEqual(
      [
        [variantId(20), [], "20.00"],
        [variantId(30), [], undefined],
      ],
    );
  });

  test("a list that is computed again after a kill in the middle is completed by the work that was planned", async () => {
    const base = await list({ key: "base" });
    made(await shop.set(base, [{ variantId: variantId(20), price: "18.00" }]));
    const there = await market("there", base);
    const sale = await list({ key: "sale", marketId: there });
    const follow = followAudiences(needs());
    const [planned] = await shop.subject.unitOfWork.run(({ schedule }) =>
      schedule.ofSubjects(follow.kind, [sale]),
    );
    const killed = new Error("killed");
    await expect(
      shop.subject.unitOfWork.run(async (stores) => {
        await follow.run(planned ?? expect.fail("Nothing is planned."), stores);
        throw killed;
      }),
    ).rejects.toBe(killed);

    await work();
    const stored = (await shop.subject.priceListReads.all()).find((one) => one.id === sale);
    expect(stored).toMatchObject({ isReady: true, fallbacks: [id<PriceListId>(base)] });
    expect(await shown("there", 20)).toEqual(["18.00", "18.00-30.00 EUR"]);
  });
};
