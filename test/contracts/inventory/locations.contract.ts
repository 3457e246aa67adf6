import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  availableUnits,
  completeReservation,
  planReservation,
} from "../../../src/application/inventory/inventory.js";
import {
  locationClose,
  locationReopen,
} from "../../../src/application/inventory/locations/location-close.js";
import { locationCreate } from "../../../src/application/inventory/locations/location-create.js";
import type { LocationPatch } from "../../../src/application/inventory/locations/location-patch.js";
import { locationUpdate } from "../../../src/application/inventory/locations/location-update.js";
import type { LocationReads } from "../../../src/application/inventory/ports/location-reads.js";
import type { StockReads } from "../../../src/application/inventory/ports/stock-reads.js";
import { stockAdjust } from "../../../src/application/inventory/stock/stock-adjust.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import { stockTermsSet } from "../../../src/application/inventory/stock/stock-terms-set.js";
import { stockTransfer } from "../../../src/application/inventory/stock/stock-transfer.js";
import { pageRequest } from "../../../src/application/shared/page.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { LocationId } from "../../../src/domain/inventory/ids.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import { id } from "../../../src/domain/shared/id.js";
import { resultOf } from "../../builders/open-test-market.js";
import { variantId } from "../../builders/product-content.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { meeting } from "../shared/meeting.js";
import { MEDIUM, minutes, NOW, SHIRT, SMALL, stockShop, type StockSubject } from "./stock-shop.js";

export interface LocationsSubject extends StockSubject {
  readonly locationReads: LocationReads;
  readonly stockReads: StockReads;
}

const NOWHERE = "location_01h00000000000000000000099";

/** Locations and the stock at them, in every store. */
export const locationsContract = (name: string, open: () => Promise<LocationsSubject>): void => {
  describe(`locations: ${name}`, () => {
    let subject: LocationsSubject;
    let ids = numberedIds(800_000);
    const shop = stockShop(() => subject);
    const { run, fillShelves, figuresOf } = shop;
    const needs = () => ({ unitOfWork: subject.unitOfWork, clock: fixedClock(), ids });
    const create = async (key: string, content: LocationPatch = {}) =>
      id<LocationId>(
        resultOf(await locationCreate(needs())({ location: { key, ...content } }, OPERATOR))
          .locationId,
      );
    const close = (location: string) => locationClose(needs())({ id: location }, OPERATOR);
    const countAt = (locationId: string, onHand: number, expectedVersion?: number) =>
      stockCount(needs())(
        { counts: [{ variantId: SMALL, locationId, onHand, expectedVersion }] },
        OPERATOR,
      );
    const transfer = (from: string, to: string, quantity: number, variant: string = SMALL) =>
      stockTransfer(needs())(
        {
          fromLocationId: from,
          toLocationId: to,
          reason: "more room",
          items: [{ variantId: variant, quantity }],
        },
        OPERATOR,
      );
    const codes = ({
      refusals,
    }: {
      readonly refusals: readonly { readonly code: string; readonly path: readonly string[] }[];
    }) => refusals.map(({ code, path }) => `${code} ${path.join(".")}`);

    beforeEach(async () => {
      ids = numberedIds(800_000);
      subject = await open();
    });
    afterEach(async () => {
      expect(await shop.defects()).toEqual([]);
      await subject.close?.();
    });

    test("every field of a location is kept, and keys are unique", async () => {
      const address = {
        line1: "Quay 3",
        line2: null,
        city: "Bern",
        region: "BE",
        postalCode: "3000",
        country: "CH",
      };
      const north = await create("north", {
        name: "North",
        address,
        priority: 7,
        countries: ["ch", "AT"],
      });

      expect((await subject.locationReads.locationsById([north])).get(north)).toEqual({
        id: north,
        key: "north",
        name: "North",
        address,
        priority: 7,
        marketIds: [],
        countries: ["AT", "CH"],
        closedAt: null,
        version: 1,
        createdAt: NOW,
        updatedAt: NOW,
      });
      expect(
        codes(await locationCreate(needs())({ location: { key: "north" } }, OPERATOR)),
      ).toEqual(["LOCATION_KEY_TAKEN location.key"]);
      const changes = { name: "South", address: null, countries: null };
      await locationUpdate(needs())({ id: north, changes, expectedVersion: 1 }, OPERATOR);
      expect((await subject.locationReads.locationsByKey(["north"])).get("north")).toMatchObject({
        ...changes,
        countries: [],
        priority: 7,
        version: 2,
      });
    });

    test("all problems of a location are reported together, with their paths", async () => {
      const outcome = await locationCreate(needs())(
        {
          location: {
            key: "No Key",
            name: "\u0000",
            priority: 1.5,
            countries: ["XX"],
            address: { line1: "", city: "Bern", country: "ZZ" },
          },
        },
        OPERATOR,
      );
      const update = { changes: { marketIds: ["market_01h00000000000000000000099"] } };

      expect(codes(outcome)).toEqual([
        "INVALID_LOCATION location.key",
        "INVALID_TEXT location.name",
        "INVALID_LOCATION location.priority",
        "UNKNOWN_COUNTRY location.countries.0",
        "INVALID_TEXT location.address.line1",
        "UNKNOWN_COUNTRY location.address.country",
      ]);
      expect(
        codes(await locationUpdate(needs())({ id: DEFAULT_LOCATION.id, ...update }, OPERATOR)),
      ).toEqual(["MARKET_NOT_FOUND changes.marketIds.0"]);
    });

    test("lists of locations are in order of their keys, page by page", async () => {
      for (const key of ["south", "north", "east"]) await create(key);
      const first = await subject.locationReads.locations(pageRequest({ first: 3 }));
      const after = first.items.at(-1)?.cursor ?? null;
      const rest = await subject.locationReads.locations(pageRequest({ first: 3, after }));

      expect([...first.items, ...rest.items].map(({ item }) => item.key)).toEqual([
        "default",
        "east",
        "north",
        "south",
      ]);
      expect(await subject.locationReads.countLocations()).toBe(4);
    });

    test("a location that holds units or has promised some cannot be closed, nor can the default location", async () => {
      await fillShelves([5]);
      const north = await create("north");
      await countAt(north, 3);
      expect(codes(await close(north))).toEqual(["LOCATION_IN_USE id"]);
      expect(codes(await close(DEFAULT_LOCATION.id))).toEqual(["LOCATION_IN_USE id"]);

      await shop.reserve("order_1", [[SMALL, 6]]);
      await countAt(north, 0);
      expect(codes(await close(north))).toEqual(["LOCATION_IN_USE id"]);
    });

    test("a closed location gets no stock until it is opened again", async () => {
      await fillShelves([5]);
      const north = await create("north");
      expect(codes(await close(north))).toEqual([]);

      expect(codes(await countAt(north, 3))).toEqual(["LOCATION_CLOSED counts.0.locationId"]);
      expect(codes(await transfer(DEFAULT_LOCATION.id, north, 1))).toEqual([
        "LOCATION_CLOSED toLocationId",
      ]);
      await locationReopen(needs())({ id: north }, OPERATOR);
      expect(codes(await countAt(north, 3))).toEqual([]);
    });

    test("a location that is closed while a buyer plans to reserve there is closed or sold from, never both", async () => {
      await fillShelves([undefined]);
      const north = await create("north");
      await countAt(north, 0);
      const [planned, ended] = [meeting(2), meeting(2)];
      const backorder = shop.requestOf("order_1", [[SMALL, 2]], {
        policy: { soldOutPolicy: "CONTINUE" },
      });
      const [closed] = await Promise.all([
        (async () => {
          await planned();
          const outcome = await close(north);
          await ended();
          return outcome;
        })(),
        run(async (stores) => {
          const plan = await planReservation(stores, backorder);
          await planned();
          // Where the location is kept open, its closing waits for this unit of work.
          await ended();
          await completeReservation(stores, plan);
        }),
      ]);

      expect(await figuresOf(SMALL, north)).toEqual(
        codes(closed).length === 0 ? [0, 0, 0] : [0, 2, 0],
      );
    });

    test("units are counted and adjusted at a location, each with its own version", async () => {
      await fillShelves([5]);
      const north = await create("north");
      expect(codes(await countAt(north, 3, 1))).toEqual(["STALE_VERSION counts.0.expectedVersion"]);
      expect(codes(await countAt(north, 3, 0))).toEqual([]);
      expect(codes(await countAt(north, 4, 1))).toEqual([]);
      await stockAdjust(needs())(
        {
          adjustments: [
            { variantId: SMALL, locationId: north, by: -1, reason: " broken " },
            { variantId: SMALL, by: 2 },
          ],
        },
        OPERATOR,
      );

      expect([await figuresOf(SMALL), await figuresOf(SMALL, north)]).toEqual([
        [7, 0, 0],
        [3, 0, 0],
      ]);
      const { items } = await subject.stockReads.movements(
        { variants: [SMALL], locations: [north] },
        pageRequest({}),
      );
      expect(items.map(({ item }) => [item.kind, item.onHandBy, item.reason])).toEqual([
        ["ADJUSTED", -1, "broken"],
        ["COUNTED", 1, null],
        ["COUNTED", 3, null],
      ]);
      expect(codes(await countAt(NOWHERE, 3))).toEqual(["LOCATION_NOT_FOUND counts.0.locationId"]);
      expect(codes(await countAt("x", 3))).toEqual(["LOCATION_NOT_FOUND counts.0.locationId"]);
    });

    test("a transfer moves available units with one cause, and the variant stays available", async () => {
      await fillShelves([5]);
      const north = await create("north");
      await shop.reserve("order_1", [[SMALL, 2]]);
      expect(codes(await transfer(DEFAULT_LOCATION.id, north, 4))).toEqual([
        "INSUFFICIENT_STOCK items.0.quantity",
      ]);
      expect(codes(await transfer(DEFAULT_LOCATION.id, north, 3))).toEqual([]);

      expect([await figuresOf(SMALL), await figuresOf(SMALL, north)]).toEqual([
        [2, 2, 0],
        [3, 0, 0],
      ]);
      const moved = (await subject.movements()).slice(-2);
      expect(moved.map(({ kind, onHand }) => [kind, onHand])).toEqual([
        ["TRANSFERRED", -3],
        ["TRANSFERRED", 3],
      ]);
      expect(moved[0]?.cause).toMatch(/^transfer_/);
      expect(moved[1]?.cause).toBe(moved[0]?.cause);
      expect((await shop.listing())?.sellable?.[0]).toBe(true);
    });

    test("a transfer is refused with what is wrong about each of its items", async () => {
      await fillShelves([5, undefined]);
      const north = await create("north");
      const outcome = await stockTransfer(needs())(
        {
          fromLocationId: DEFAULT_LOCATION.id,
          toLocationId: north,
          items: [
            { variantId: SMALL, quantity: 0 },
            { variantId: MEDIUM, quantity: 1 },
            { variantId: variantId(999), quantity: 1 },
            { variantId: SMALL, quantity: 4 },
            { variantId: SMALL, quantity: 2 },
          ],
        },
        OPERATOR,
      );

      expect(codes(outcome)).toEqual([
        "INVALID_QUANTITY items.0.quantity",
        "STOCK_ITEM_NOT_FOUND items.1.variantId",
        "VARIANT_NOT_FOUND items.2.variantId",
        "INSUFFICIENT_STOCK items.4.quantity",
      ]);
      expect(codes(await transfer(north, north, 1))).toEqual(["INVALID_TRANSFER toLocationId"]);
      expect(codes(await transfer(NOWHERE, north, 1))).toEqual([
        "LOCATION_NOT_FOUND fromLocationId",
      ]);
    });

    test("locations serve the markets and countries that they name, by priority", async () => {
      await fillShelves([2]);
      const [swiss, nearby] = [await create("swiss"), await create("nearby")];
      await countAt(swiss, 3);
      await countAt(nearby, 4);
      await locationUpdate(needs())({ id: swiss, changes: { countries: ["CH"] } }, OPERATOR);
      await locationUpdate(needs())(
        { id: DEFAULT_LOCATION.id, changes: { priority: 9 } },
        OPERATOR,
      );
      const availableIn = (country: string | null) =>
        run(async (stores) =>
          (
            await availableUnits(stores, {
              variantIds: [SMALL, MEDIUM],
              destination: { marketId: null, country },
              now: NOW,
            })
          ).get(SMALL),
        );

      expect([await availableIn("CH"), await availableIn("DE"), await availableIn(null)]).toEqual([
        9, 6, 9,
      ]);
      const inGermany = { destination: { marketId: null, country: "DE" } };
      await shop.reserve("order_1", [[SMALL, 1]], inGermany);
      expect(await figuresOf(SMALL, nearby)).toEqual([4, 1, 0]);
      expect(await shop.reserve("order_2", [[SMALL, 6]], inGermany)).toEqual([
        { variantId: SMALL, requested: 6, available: 5 },
      ]);
    });

    test("lists of stock know what is low and what is short, without expired holds", async () => {
      await fillShelves([5, 4, 0]);
      await stockTermsSet(needs())(
        {
          terms: [
            { variantId: SMALL, lowStockAt: 3 },
            { variantId: MEDIUM, safety: 1, lowStockAt: 3 },
          ],
        },
        OPERATOR,
      );
      await shop.reserve("order_1", [[SMALL, 3]], { expiresAt: minutes(-1) });
      await shop.reserve("order_2", [[MEDIUM, 2]]);
      await shop.adjust(MEDIUM, -3);
      const found = async (filter: Parameters<StockReads["items"]>[0]) =>
        (await subject.stockReads.items(filter, pageRequest({}))).items.map(
          ({ item: { variantId: variant, reserved, available } }) => [variant, reserved, available],
        );

      expect(await found({ low: true })).toEqual([[MEDIUM, 2, -2]]);
      expect(await found({ short: true })).toEqual([[MEDIUM, 2, -2]]);
      expect(await found({ short: false, variants: [SMALL, MEDIUM] })).toEqual([[SMALL, 0, 5]]);
      expect(await found({ products: [SHIRT] })).toHaveLength(3);
      expect(await found({ locations: [id<LocationId>(NOWHERE)] })).toEqual([]);
      expect(await subject.stockReads.countItems({ low: false })).toBe(2);
      expect(
        (await subject.stockReads.itemsOfVariants([MEDIUM])).get(MEDIUM)?.map((one) => one.safety),
      ).toEqual([1]);
    });

    test("the ledger is read newest first, page by page", async () => {
      await fillShelves([5, 4]);
      for (const by of [1, 2, 3]) await shop.adjust(SMALL, by);
      const filter = { variants: [SMALL] };
      const first = await subject.stockReads.movements(filter, pageRequest({ first: 3 }));
      const after = first.items.at(-1)?.cursor ?? null;
      const rest = await subject.stockReads.movements(filter, pageRequest({ first: 3, after }));

      expect([...first.items, ...rest.items].map(({ item }) => item.onHandBy)).toEqual([
        3, 2, 1, 5,
      ]);
      expect(first.items[0]?.item.movedAt).toEqual(NOW);
      expect(await subject.stockReads.countMovements({ kinds: ["ADJUSTED"] })).toBe(3);
    });
  });
};
