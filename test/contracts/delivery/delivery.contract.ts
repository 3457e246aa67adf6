import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryReads } from "../../../src/application/delivery/ports/delivery-reads.js";
import type { OptionStores } from "../../../src/application/delivery/options/references-of.js";
import { deliveryOptionCreate } from "../../../src/application/delivery/options/delivery-option-create.js";
import { deliveryOptionDelete } from "../../../src/application/delivery/options/delivery-option-delete.js";
import { deliveryOptionsUpdate } from "../../../src/application/delivery/options/delivery-options-update.js";
import { deliveryOptionUpdate } from "../../../src/application/delivery/options/delivery-option-update.js";
import { deliveryZoneCreate } from "../../../src/application/delivery/zones/delivery-zone-create.js";
import { deliveryZoneDelete } from "../../../src/application/delivery/zones/delivery-zone-delete.js";
import { deliveryZoneUpdate } from "../../../src/application/delivery/zones/delivery-zone-update.js";
import type { TaxWriteStores } from "../../../src/application/pricing/taxes/lock-taxes.js";
import { taxCategoryCreate } from "../../../src/application/pricing/taxes/tax-category-create.js";
import type { LocationReads } from "../../../src/application/inventory/ports/location-reads.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency-keys.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/inventory.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { codes, made } from "../pricing/market-shop.js";

export interface DeliverySubject {
  readonly unitOfWork: UnitOfWork<OptionStores & TaxWriteStores & IdempotencyStores>;
  readonly deliveryReads: DeliveryReads;
  readonly locationReads: LocationReads;
  close?(): Promise<void>;
}

const PAGE = { size: 2, direction: "forward", after: null, before: null } as const;
const RATES = [{ currency: "EUR", price: "4.90" }];

/** Delivery zones and options, as every store must keep them and every read must find them. */
export const deliveryContract = (name: string, open: () => Promise<DeliverySubject>): void => {
  describe(`delivery: ${name}`, () => {
    let subject: DeliverySubject;
    let ids = numberedIds(800_000);
    const needs = () => ({ unitOfWork: subject.unitOfWork, clock: fixedClock(), ids });
    const zone = (key: string, ...countries: readonly string[]) =>
      deliveryZoneCreate(needs())(
        { zone: { key, areas: countries.map((country) => ({ country })) } },
        OPERATOR,
      );
    const option = (key: string, more: object = {}) =>
      deliveryOptionCreate(needs())(
        { option: { key, kind: "FLAT", rates: RATES, ...more } },
        OPERATOR,
      );
    const update = (id: string, changes: object, more: object = {}) =>
      deliveryOptionUpdate(needs())({ id, changes, ...more }, OPERATOR);

    beforeEach(async () => {
      ids = numberedIds(800_000);
      subject = await open();
      await openTestMarket(subject.unitOfWork);
    });
    afterEach(async () => subject.close?.());

    test("an option is refused when its tax category does not exist", async () => {
      const refused = await option("parcel", { taxCategory: "none" });

      expect(refused.refusals).toMatchObject([
        { code: "TAX_CATEGORY_NOT_FOUND", path: ["option", "taxCategory"] },
      ]);
      const { deliveryOptionId } = made(await option("parcel"));
      expect(codes(await update(deliveryOptionId, { taxCategory: "none" }))).toEqual([
        "TAX_CATEGORY_NOT_FOUND",
      ]);
    });

    test("every field of an option is stored and read as it was entered", async () => {
      const { deliveryZoneId } = made(await zone("no", "NO"));
      made(await taxCategoryCreate(needs())({ taxCategory: { key: "shipping" } }, OPERATOR));
      const { deliveryOptionId } = made(
        await option("parcel", {
          kind: "BY_SUBTOTAL",
          name: "Parcel 📦",
          description: "Two days,\nto your door",
          translations: [{ locale: "de-at", name: "Packerl" }],
          rates: [
            {
              currency: "EUR",
              steps: [
                { from: "20.01", price: "0.00" },
                { from: "0.00", upTo: "20.00", price: "4.90" },
              ],
              freeFrom: "100.00",
              minSubtotal: "1.00",
              maxSubtotal: "500.00",
            },
          ],
          zoneIds: [deliveryZoneId],
          maxWeight: 30_000,
          windows: [{ from: new Date("2026-11-01T00:00:00.000Z"), until: null }],
          taxCategory: "shipping",
          position: 7,
          isActive: false,
        }),
      );

      const stored = (await subject.deliveryReads.optionsById([deliveryOptionId])).get(
        deliveryOptionId,
      );
      expect(stored).toEqual({
        id: deliveryOptionId,
        key: "parcel",
        kind: "BY_SUBTOTAL",
        name: "Parcel 📦",
        description: "Two days,\nto your door",
        translations: [{ locale: "de-AT", name: "Packerl", description: null }],
        rates: [
          {
            currency: "EUR",
            steps: [
              { from: 0, upTo: 2_000, price: 490 },
              { from: 2_001, upTo: null, price: 0 },
            ],
            freeFrom: 10_000,
            minSubtotal: 100,
            maxSubtotal: 50_000,
          },
        ],
        zones: [deliveryZoneId],
        markets: [],
        maxWeight: 30_000,
        windows: [{ from: new Date("2026-11-01T00:00:00.000Z"), until: null }],
        pickupLocation: null,
        carrier: null,
        taxCategory: "shipping",
        position: 7,
        isActive: false,
        version: 1,
        createdAt: fixedClock().now(),
        updatedAt: fixedClock().now(),
      });
      expect(await subject.deliveryReads.optionsByKey(["parcel", "ü"])).toEqual(
        new Map([["parcel", stored]]),
      );
      expect(
        await subject.unitOfWork.run(async ({ deliveryOptions }) =>
          (await deliveryOptions.get(deliveryOptionId)).snapshot(),
        ),
      ).toEqual(stored);
      // What is stored again unchanged is recognised as such.
      expect(made(await update(deliveryOptionId, { position: 7 })).warnings).toMatchObject([
        { code: "NOTHING_CHANGED" },
      ]);
    });

    test("of two zones that share an address, also when they are created at once, one is stored", async () => {
      const both = await Promise.all([zone("no", "NO"), zone("nordic", "SE", "NO")]);

      expect(both.map(codes).toSorted((a, b) => a.length - b.length)).toEqual([
        [],
        ["DELIVERY_ZONES_OVERLAP"],
      ]);
      expect(await subject.deliveryReads.countZones()).toBe(1);
    });

    test("keys are unique, and a taken one is refused", async () => {
      made(await zone("no", "NO"));
      const { deliveryZoneId } = made(await zone("se", "SE"));
      made(await option("parcel"));
      const { deliveryOptionId } = made(await option("express"));

      expect([
        codes(await zone("no", "DK")),
        codes(
          await deliveryZoneUpdate(needs())(
            { id: deliveryZoneId, changes: { key: "no" } },
            OPERATOR,
          ),
        ),
        codes(await option("parcel")),
        codes(await update(deliveryOptionId, { key: "parcel" })),
      ]).toEqual([
        ["DELIVERY_ZONE_KEY_TAKEN"],
        ["DELIVERY_ZONE_KEY_TAKEN"],
        ["DELIVERY_OPTION_KEY_TAKEN"],
        ["DELIVERY_OPTION_KEY_TAKEN"],
      ]);
    });

    test("a zone that an option names is not deleted, also when both happen at once", async () => {
      const { deliveryZoneId } = made(await zone("no", "NO"));
      const [created, deleted] = await Promise.all([
        option("parcel", { zoneIds: [deliveryZoneId] }),
        deliveryZoneDelete(needs())({ id: deliveryZoneId }, OPERATOR),
      ]);

      expect([["DELIVERY_ZONE_NOT_FOUND"], []].concat([[], ["DELIVERY_ZONE_IN_USE"]])).toEqual(
        expect.arrayContaining([codes(created), codes(deleted)]),
      );
      expect(codes(created).length + codes(deleted).length).toBe(1);
    });

    test("an option names only what exists: zones, markets, locations and currencies", async () => {
      const missing = "deliveryzone_01h00000000000000000000099";
      const refusals = [
        await option("a", { zoneIds: [missing] }),
        await option("a", { marketIds: ["market_01h00000000000000000000099", "x"] }),
        await option("a", { kind: "PICKUP", pickupLocationId: "location_1" }),
        await option("a", { rates: [...RATES, { currency: "USD", price: "5.00" }] }),
        await option("a", { rates: [{ currency: "EUR", price: "5.001" }] }),
      ].map(({ refusals: all }) => all.map(({ code, path }) => `${code} ${path.join(".")}`));

      expect(refusals).toEqual([
        ["DELIVERY_ZONE_NOT_FOUND option.zoneIds.0"],
        ["MARKET_NOT_FOUND option.marketIds.0", "MARKET_NOT_FOUND option.marketIds.1"],
        ["LOCATION_NOT_FOUND option.pickupLocationId"],
        ["DELIVERY_PRICE_IN_OTHER_CURRENCY option.rates.1.currency"],
        ["INVALID_AMOUNT option.rates.0.price"],
      ]);
      expect(
        codes(await option("a", { kind: "PICKUP", pickupLocationId: DEFAULT_LOCATION.id })),
      ).toEqual([]);
      expect(await subject.locationReads.locationsById([DEFAULT_LOCATION.id])).toEqual(
        new Map([[DEFAULT_LOCATION.id, expect.objectContaining(DEFAULT_LOCATION)]]),
      );
    });

    test("lists are in order, page by page, and offers have the active options only", async () => {
      for (const [key, more] of [
        ["third", { position: 5 }],
        ["fourth", {}],
        ["first", { position: 0 }],
        ["hidden", { position: 1, isActive: false }],
      ] as const)
        made(await option(key, more));
      for (const [key, country] of [["se", "SE"] as const, ["dk", "DK"] as const])
        made(await zone(key, country));
      const keys = (all: readonly { readonly key: string }[]) => all.map(({ key }) => key);

      const one = await subject.deliveryReads.options(PAGE);
      const two = await subject.deliveryReads.options({
        ...PAGE,
        after: one.items.at(-1)?.cursor ?? null,
      });
      const zones = await subject.deliveryReads.zones(PAGE);
      const offered = await subject.deliveryReads.offered();

      expect([one, two].map(({ items }) => keys(items.map(({ item }) => item)))).toEqual([
        ["first", "hidden"],
        ["third", "fourth"],
      ]);
      expect([one.hasNextPage, two.hasNextPage, two.hasPreviousPage]).toEqual([true, false, true]);
      expect(keys(zones.items.map(({ item }) => item))).toEqual(["dk", "se"]);
      expect(keys(offered.options)).toEqual(["first", "third", "fourth"]);
      expect(offered.zones).toHaveLength(2);
      expect([
        await subject.deliveryReads.countOptions(),
        await subject.deliveryReads.countZones(),
      ]).toEqual([4, 2]);
    });

    test("several options change together or, with one refused, not at all", async () => {
      const [one, two] = [made(await option("one")), made(await option("two"))];
      const swap = (expectedVersion: number, onError?: "SKIP") =>
        deliveryOptionsUpdate(needs())(
          {
            items: [
              { id: one.deliveryOptionId, changes: { position: 9 } },
              { id: two.deliveryOptionId, expectedVersion, changes: { position: 8 } },
            ],
            ...(onError && { onError }),
          },
          OPERATOR,
        );
      const positions = async () =>
        [...(await subject.deliveryReads.optionsByKey(["one", "two"])).values()]
          .toSorted((a, b) => (a.key < b.key ? -1 : 1))
          .map(({ position }) => position);

      expect(codes(await swap(2))).toEqual(["STALE_VERSION"]);
      expect(await positions()).toEqual([0, 1]);
      expect(made(await swap(2, "SKIP")).items.map(({ refusals }) => refusals.length)).toEqual([
        0, 1,
      ]);
      expect(await positions()).toEqual([9, 1]);
      made(await swap(1));
      expect(await positions()).toEqual([9, 8]);
    });

    test("a change of what somebody else has changed is refused, and a deleted option is gone", async () => {
      const { deliveryOptionId: id } = made(await option("parcel"));
      const raced = await Promise.all([
        update(id, { position: 3 }, { expectedVersion: 1 }),
        update(id, { position: 4 }, { expectedVersion: 1 }),
      ]);
      const deleted = await deliveryOptionDelete(needs())({ id }, OPERATOR);

      expect(raced.map(codes).toSorted((a, b) => a.length - b.length)).toEqual([
        [],
        ["STALE_VERSION"],
      ]);
      expect(made(deleted)).toEqual({ deletedDeliveryOptionId: id });
      expect(codes(await update(id, {}))).toEqual(["DELIVERY_OPTION_NOT_FOUND"]);
    });
  });
};
