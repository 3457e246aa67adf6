import { beforeEach, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { type Answer, send } from "../ask.js";
import { editing, type Editing, problemsOf } from "../editing.js";

const OFFERS = `query ($address: DeliveryAddress!, $lines: [DeliveryLine!]!) { deliveryOptions(address: $address, lines: $lines) { option { id key name kind pickupLocation { name } } price { amount currency } reason } }`;
const MUG = variantId(10);

describe("delivery", () => {
  let shop: Editing;
  const option = async (input: object): Promise<Record<string, unknown>> =>
    (
      await shop.mutate(
        "deliveryOptionCreate",
        { option: input },
        "deliveryOption { id key name kind position isActive isInAllMarkets markets { key } zones { key } rates { currency price { amount } steps { from upTo price { amount } } freeFrom { amount } } pickupLocation { locationId name } carrier { carrier service } windows { from until } translations { locale name } version }",
      )
    ).payload;
  const zone = async (key: string, area: object): Promise<string> => {
    const { payload } = await shop.mutate(
      "deliveryZoneCreate",
      { zone: { key, areas: [area] } },
      "deliveryZone { id }",
    );
    return (payload["deliveryZone"] as { readonly id: string }).id;
  };
  const offers = (variables: Record<string, unknown>, more: object = {}): Promise<Answer> =>
    send(shop.world, { api: "shop", viewer: "guest", query: OFFERS, variables, ...more });
  const keysAndPrices = ({ data, errors }: Answer): unknown =>
    data?.["deliveryOptions"]
      ? (
          data["deliveryOptions"] as {
            option: { key: string };
            price: { amount: string } | null;
            reason: string | null;
          }[]
        ).map(({ option: { key }, price, reason }) => `${key} ${price?.amount ?? reason}`)
      : errors.map(({ extensions }) => extensions?.["code"]);
  const rates = (price: string, more: object = {}) => [{ currency: "EUR", price, ...more }];

  beforeEach(async () => {
    shop = await editing();
  });

  test("is offered in order, with the price of the address and the lines, or why there is none yet", async () => {
    const mainland = await zone("de", { country: "de" });
    const islands = await zone("islands", { country: "DE", postalCodes: ["18*"] });
    await option({
      key: "parcel",
      kind: "FLAT",
      rates: rates("4.90", { freeFrom: "60.00" }),
      zoneIds: [mainland],
    });
    await option({
      key: "boat",
      kind: "BY_QUANTITY",
      zoneIds: [islands],
      rates: [
        {
          currency: "EUR",
          steps: [
            { from: "1", upTo: "1", price: "9.00" },
            { from: "2", price: "12.00" },
          ],
        },
      ],
    });
    await option({
      key: "express",
      kind: "CARRIER",
      carrier: { carrier: "dhl", service: "express" },
      position: 0,
    });
    const at = (postalCode: string, quantity: number) =>
      offers({
        address: { country: "DE", postalCode },
        lines: [{ variantId: MUG, quantity }],
      });

    expect([
      keysAndPrices(await at("10115", 1)),
      keysAndPrices(await at("10115", 2)),
      keysAndPrices(await at("18565", 2)),
    ]).toEqual([
      ["parcel 4.90", "express PRICED_IN_CART"],
      ["parcel 0.00", "express PRICED_IN_CART"],
      ["express PRICED_IN_CART", "boat 12.00"],
    ]);
  });

  test("is offered for many lines with one read of variants", async () => {
    const lines = [10, 20, 30].map((number) => ({ variantId: variantId(number), quantity: 2 }));
    await option({ key: "parcel", kind: "FLAT", rates: rates("4.90") });
    shop.world.calls.length = 0;

    expect(keysAndPrices(await offers({ address: { country: "DE" }, lines }))).toEqual([
      "parcel 4.90",
    ]);
    expect(shop.world.calls.map(({ port }) => port)).toEqual(["catalogReads.variantsById"]);
  });

  test("counts quantity breaks of all units of a variant in the subtotal", async () => {
    const { payload } = await shop.mutate(
      "priceListCreate",
      { priceList: { key: "sale", currency: "EUR" } },
      "priceList { id }",
    );
    const { id: priceListId } = payload["priceList"] as { readonly id: string };
    const set = await shop.mutate("priceListPricesSet", {
      priceListId,
      items: [{ variantId: MUG, price: "10.00", minQuantity: 5 }],
    });
    const used = await shop.mutate("marketUpdate", {
      id: await defaultMarket(shop),
      changes: { priceListId },
    });
    await option({ key: "parcel", kind: "FLAT", rates: rates("4.90", { freeFrom: "60.00" }) });
    const prices = async (...quantities: readonly number[]) =>
      keysAndPrices(
        await offers({
          address: { country: "DE" },
          lines: quantities.map((quantity) => ({ variantId: MUG, quantity })),
        }),
      );

    expect([problemsOf(set.payload), problemsOf(used.payload)]).toEqual([[], []]);
    expect([await prices(4), await prices(5), await prices(2, 3)]).toEqual([
      ["parcel 0.00"],
      ["parcel 4.90"],
      ["parcel 4.90"],
    ]);
  });

  test("has a pickup with the name of its location, in the language of the request", async () => {
    await shop.mutate("marketUpdate", {
      id: await defaultMarket(shop),
      changes: { locales: ["en", "de"] },
    });
    await option({
      key: "pickup",
      kind: "PICKUP",
      name: "Collect it",
      translations: [{ locale: "de", name: "Abholen" }],
      pickupLocationId: "location_00000000000000000000000000",
      rates: rates("0"),
    });
    const { data } = await offers(
      { address: { country: "DE" }, lines: [{ variantId: MUG, quantity: 1 }] },
      { locale: "de" },
    );

    expect(data).toMatchObject({
      deliveryOptions: [
        {
          option: { name: "Abholen", kind: "PICKUP", pickupLocation: { name: "Default" } },
          price: { amount: "0.00", currency: "EUR" },
          reason: null,
        },
      ],
    });
  });

  test("refuses an unknown country, a variant that cannot be bought, and too many lines", async () => {
    const line = { variantId: MUG, quantity: 1 };
    const address = { country: "DE" };

    expect([
      keysAndPrices(await offers({ address: { country: "XX" }, lines: [line] })),
      keysAndPrices(await offers({ address, lines: [{ ...line, variantId: variantId(999) }] })),
      keysAndPrices(await offers({ address, lines: [{ ...line, quantity: 0 }] })),
      keysAndPrices(await offers({ address, lines: [] })),
      keysAndPrices(await offers({ address, lines: Array.from({ length: 201 }, () => line) })),
      keysAndPrices(await offers({ address, lines: [line] })),
    ]).toEqual([
      ["UNKNOWN_COUNTRY"],
      ["LINE_WITHOUT_PRICE"],
      ["INVALID_ARGUMENT"],
      ["INVALID_ARGUMENT"],
      ["INVALID_ARGUMENT"],
      [],
    ]);
  });

  test("is changed by staff, who see what refers to what and what is missing", async () => {
    const mainland = await zone("de", { country: "DE" });
    const created = await option({
      key: "parcel",
      kind: "BY_WEIGHT",
      zoneIds: [mainland],
      rates: [{ currency: "EUR", steps: [{ from: "0", upTo: "2000", price: "4.90" }] }],
    });
    const again = await option({ key: "parcel", kind: "FLAT", rates: rates("1.00") });
    const wrong = await option({
      key: "wrong",
      kind: "BY_WEIGHT",
      rates: [{ currency: "EUR", steps: [{ from: "0.5", price: "1.001" }] }],
      windows: [{ from: "2026-02-01T00:00:00Z", until: "2026-01-01T00:00:00Z" }],
    });

    expect(created["deliveryOption"]).toMatchObject({
      key: "parcel",
      name: "parcel",
      position: 0,
      isActive: true,
      isInAllMarkets: true,
      zones: [{ key: "de" }],
      rates: [
        {
          currency: "EUR",
          price: null,
          steps: [{ from: "0", upTo: "2000", price: { amount: "4.90" } }],
        },
      ],
    });
    expect([problemsOf(again), problemsOf(wrong)]).toEqual([
      ["DELIVERY_OPTION_KEY_TAKEN option.key"],
      [
        "INVALID_DELIVERY_OPTION option.rates.0.steps.0.from",
        "INVALID_AMOUNT option.rates.0.steps.0.price",
      ],
    ]);
    const refused = await shop.mutate("deliveryZoneDelete", { id: mainland });
    expect(problemsOf(refused.payload)).toEqual(["DELIVERY_ZONE_IN_USE id"]);
    const { data } = await shop.ask(
      `{ deliveryZones { totalCount nodes { key areas { country } } } deliveryZone(by: { key: "de" }) { name } deliveryOptions(first: 1) { totalCount nodes { key } } deliveryOption(by: { key: "parcel" }) { version } }`,
    );
    expect(data).toEqual({
      deliveryZones: { totalCount: 1, nodes: [{ key: "de", areas: [{ country: "DE" }] }] },
      deliveryZone: { name: "de" },
      deliveryOptions: { totalCount: 1, nodes: [{ key: "parcel" }] },
      deliveryOption: { version: 1 },
    });
  });

  test("is tried without effect by a dry run, and an inactive option is no node of the shop", async () => {
    const dry = await shop.mutate(
      "deliveryOptionCreate",
      { dryRun: true, option: { key: "dry", kind: "FLAT", rates: rates("1.00") } },
      "deliveryOption { id }",
    );
    const created = await option({
      key: "off",
      kind: "FLAT",
      rates: rates("1.00"),
      isActive: false,
    });
    const { id } = created["deliveryOption"] as { readonly id: string };
    const node = await send(shop.world, {
      api: "shop",
      viewer: "guest",
      query: `{ node(id: "${id}") { id } }`,
    });
    const { data } = await shop.ask(`{ deliveryOptions { totalCount } }`);

    expect(dry.payload).toMatchObject({ deliveryOption: null, userErrors: [] });
    expect([node.data, data]).toEqual([{ node: null }, { deliveryOptions: { totalCount: 1 } }]);
  });

  test("warns of markets in whose currency an option has no price", async () => {
    const { payload } = await shop.mutate(
      "priceListCreate",
      { priceList: { key: "francs", currency: "CHF" } },
      "priceList { id }",
    );
    const { id: priceListId } = payload["priceList"] as { readonly id: string };
    await shop.mutate("marketCreate", { market: { key: "ch", priceListId } });
    const created = await option({ key: "parcel", kind: "FLAT", rates: rates("4.90") });

    expect(created["warnings"]).toMatchObject([
      { code: "DELIVERY_PRICE_MISSING", message: expect.stringContaining("market ch") },
    ]);
  });
});

const defaultMarket = async (shop: Editing): Promise<string> => {
  const { data } = await shop.ask(`{ markets { id } }`);
  const markets = data?.["markets"] as readonly { readonly id: string }[] | undefined;
  return markets?.[0]?.id ?? "";
};
