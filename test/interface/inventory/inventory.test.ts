import { beforeEach, describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { editing, problemsOf, type Editing } from "../editing.js";

const DEFAULT = "location_00000000000000000000000000";
const SMALL = variantId(10);
const RESULTS =
  "results { variant { onHand stockItems { onHand available safety lowStockAt version location { key } } } userErrors { code path } }";

describe("the inventory of the admin API", () => {
  let shop: Editing;
  let warehouse = "";

  beforeEach(async () => {
    shop = await editing();
    const { payload } = await shop.mutate(
      "locationCreate",
      { location: { key: "warehouse", countries: ["CH"], address: ADDRESS } },
      "location { id }",
    );
    warehouse = (payload as { readonly location: { readonly id: string } }).location.id;
  });

  test("locations are found by id and key, in lists and as nodes", async () => {
    const { data } = await shop.ask(
      `query ($id: ID!) {
        locations { totalCount nodes { key } }
        byKey: location(by: { key: "warehouse" }) { id countries address { city region line2 } closedAt version }
        byId: location(by: { id: $id }) { key name priority marketIds }
        none: location(by: { key: "none" }) { id }
        node(id: $id) { ... on Location { key } }
      }`,
      { id: warehouse },
    );

    expect(data).toEqual({
      locations: { totalCount: 2, nodes: [{ key: "default" }, { key: "warehouse" }] },
      byKey: {
        id: warehouse,
        countries: ["CH"],
        address: { city: "Bern", region: "BE", line2: null },
        closedAt: null,
        version: 1,
      },
      byId: { key: "warehouse", name: "warehouse", priority: 0, marketIds: [] },
      none: null,
      node: { key: "warehouse" },
    });
  });

  test("stock is counted at a location, transferred, and listed with its ledger", async () => {
    await shop.mutate("stockCount", {
      counts: [{ variantId: SMALL, locationId: warehouse, onHand: 4, expectedVersion: 0 }],
    });
    await shop.mutate("stockTransfer", {
      fromLocationId: warehouse,
      toLocationId: DEFAULT,
      reason: "sale",
      items: [{ variantId: SMALL, quantity: 3 }],
    });
    const { payload } = await shop.mutate(
      "stockTermsSet",
      { terms: [{ variantId: SMALL, locationId: warehouse, safety: 1, lowStockAt: 2 }] },
      RESULTS,
    );
    const { results } = payload as { readonly results: readonly { readonly variant: object }[] };
    expect(results[0]?.variant).toMatchObject({
      stockItems: [
        { location: { key: "default" } },
        {
          location: { key: "warehouse" },
          onHand: 1,
          available: 0,
          safety: 1,
          lowStockAt: 2,
          version: 3,
        },
      ],
    });

    const { data } = await shop.ask(
      `query ($locations: [ID!], $products: [ID!]) {
        stockItems(filter: { locationIds: $locations, productIds: $products, low: true }) {
          totalCount
          nodes { onHand variant { id } location { id } }
        }
        stockMovements(first: 2, filter: { locationIds: $locations, variantIds: [], kinds: [TRANSFERRED, COUNTED] }) {
          totalCount
          nodes { kind onHandBy reservedBy claimedBy reason variantId variant { id } location { key } }
        }
      }`,
      { locations: [warehouse], products: [productId(1)] },
    );
    const of = { reservedBy: 0, claimedBy: 0, variantId: SMALL, variant: { id: SMALL } };
    expect(data).toEqual({
      stockItems: {
        totalCount: 1,
        nodes: [{ onHand: 1, variant: { id: SMALL }, location: { id: warehouse } }],
      },
      stockMovements: {
        totalCount: 2,
        nodes: [
          {
            kind: "TRANSFERRED",
            onHandBy: -3,
            reason: "sale",
            ...of,
            location: { key: "warehouse" },
          },
          { kind: "COUNTED", onHandBy: 4, reason: null, ...of, location: { key: "warehouse" } },
        ],
      },
    });
  });

  test("a location that holds stock is not closed, and an empty one is closed and opened", async () => {
    await shop.mutate("stockCount", {
      counts: [{ variantId: SMALL, locationId: warehouse, onHand: 4 }],
    });
    const refused = await shop.mutate("locationClose", { id: warehouse });
    expect(problemsOf(refused.payload)).toEqual(["LOCATION_IN_USE id"]);

    await shop.mutate("stockCount", {
      counts: [{ variantId: SMALL, locationId: warehouse, onHand: 0 }],
    });
    const CLOSED = "location { closedAt } userErrors { code }";
    const closed = await shop.mutate("locationClose", { id: warehouse }, CLOSED);
    expect(closed.payload).toMatchObject({ location: { closedAt: expect.any(String) as string } });
    const opened = await shop.mutate("locationReopen", { id: warehouse }, CLOSED);
    expect(opened.payload).toMatchObject({ location: { closedAt: null } });
  });

  test("bad numbers and ids are refused next to their fields", async () => {
    const terms = [{ variantId: SMALL, safety: -1 }];
    const items = [{ variantId: "x", quantity: 1 }];
    const answers = [
      await shop.mutate("stockTermsSet", { terms }),
      await shop.mutate("stockTransfer", {
        fromLocationId: DEFAULT,
        toLocationId: warehouse,
        items,
      }),
      await shop.mutate("stockTransfer", { fromLocationId: "x", toLocationId: DEFAULT, items }),
      await shop.mutate("stockAdjust", {
        adjustments: [{ variantId: SMALL, locationId: "x", by: 1 }],
      }),
    ];

    expect(answers.map(({ payload }) => problemsOf(payload))).toEqual([
      ["INVALID_INPUT terms.0.safety"],
      ["VARIANT_NOT_FOUND items.0.variantId"],
      ["LOCATION_NOT_FOUND fromLocationId"],
      ["LOCATION_NOT_FOUND adjustments.0.locationId"],
    ]);
    const { errors } = await shop.ask(
      `{ stockItems(filter: { locationIds: ["x"] }) { totalCount } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "INVALID_ID" });
  });
});

const ADDRESS = { line1: "Quay 3", city: "Bern", region: "be", postalCode: "3000", country: "ch" };
