import type { PricesAndStock } from "../../../src/application/catalog/ports/prices-and-stock.js";
import {
  reserveStock,
  type RequestedUnits,
  type ReservationRequest,
  type ReservationStores,
} from "../../../src/application/inventory/inventory.js";
import { stockAdjust } from "../../../src/application/inventory/stock/stock-adjust.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import type { StockStores } from "../../../src/application/inventory/stock/change-stock.js";
import type { LocationStores } from "../../../src/application/inventory/locations/lock-location.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency-keys.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { LocationId } from "../../../src/domain/inventory/ids.js";
import type { LocationContent } from "../../../src/domain/inventory/location-content.js";
import { DEFAULT_LOCATION, Location } from "../../../src/domain/inventory/location.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { fillShop, type ShopStores } from "../../builders/fill-shop.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { fixedClock } from "../../fakes/fixed-clock.js";

export const SHIRT = productId(1);
export const [SMALL, MEDIUM, LARGE] = [variantId(11), variantId(12), variantId(13)] as const;
export const SIZES = [SMALL, MEDIUM, LARGE] as const;

export const NOW = fixedClock().now();
export const minutes = (n: number): Date => new Date(NOW.getTime() + n * 60_000);

/** The figures of a stock item, and the sums of its movements. */
export interface Figures {
  readonly onHand: number;
  readonly reserved: number;
  readonly claimed: number;
}

/** A row that has a stock item, or movements of one. */
export interface FiguresOf extends Figures {
  readonly variantId: string;
  readonly locationId: string;
}

export interface StockSubject {
  readonly unitOfWork: UnitOfWork<
    ShopStores & StockStores & ReservationStores & LocationStores & IdempotencyStores
  >;
  readonly pricesAndStock: PricesAndStock;
  /** All stock items. */
  readonly items: () => Promise<readonly FiguresOf[]>;
  /** All movements, oldest first, with kind and cause. */
  readonly movements: () => Promise<
    readonly (FiguresOf & { readonly kind: string; readonly cause: string | null })[]
  >;
  /** The states of the reservations of a holder, with their quantities. */
  readonly reservationsOf: (holder: string) => Promise<readonly (readonly [string, number])[]>;
  readonly outboxTypes: () => Promise<readonly string[]>;
  close?(): Promise<void>;
}

/** A shop that sells shirts in three sizes. */
export const stockShop = (subject: () => StockSubject) => {
  const run: StockSubject["unitOfWork"]["run"] = (work) => subject().unitOfWork.run(work);
  const needs = () => ({ unitOfWork: subject().unitOfWork, clock: fixedClock() });
  const fillShelves = (
    onHand: readonly (number | undefined)[],
    policies: readonly Partial<RequestedUnits>[] = [],
  ) =>
    fillShop(subject().unitOfWork, {
      products: [
        {
          number: 1,
          content: {
            options: [{ name: "Size", values: ["S", "M", "L"] }],
            variants: SIZES.map((id, n) =>
              aVariant(11 + n, {
                id,
                optionValues: [["S", "M", "L"][n] ?? ""],
                ...policies[n],
              }),
            ),
          },
          pricesAndStock: SIZES.map((_, n) => ({
            price: "10.00",
            ...(onHand[n] !== undefined && { onHand: onHand[n] }),
          })),
        },
      ],
    });
  /** Counts units at another location. */
  const stockAt = (
    locationId: LocationId,
    variant: VariantId,
    onHand: number,
    content: Partial<LocationContent> = {},
  ) =>
    run(async ({ stockItems, locations }) => {
      const key = locationId.slice(-4).replaceAll("_", "-");
      if (!(await locations.has(locationId)))
        await locations.save(Location.create(locationId, { ...aLocation(key), ...content }, NOW));
      await stockItems.save([StockItem.stock(variant, onHand, locationId)]);
    });
  const requestOf = (
    holder: string,
    lines: readonly (readonly [VariantId, number])[],
    more: Partial<ReservationRequest> & { readonly policy?: Partial<RequestedUnits> } = {},
  ): ReservationRequest => ({
    holder,
    lines: lines.map(([variant, quantity]) => ({
      variantId: variant,
      quantity,
      tracked: true,
      soldOutPolicy: "DENY",
      ...more.policy,
    })),
    destination: { marketId: null },
    expiresAt: minutes(15),
    now: NOW,
    ...more,
  });
  /** Reserves in a unit of work of its own, which is rolled back when there are shortages. */
  const reserve = async (...request: Parameters<typeof requestOf>) => {
    try {
      await run(async (stores) => {
        const { shortages } = await reserveStock(stores, requestOf(...request));
        if (shortages.length > 0) throw new Short(shortages);
      });
      return [];
    } catch (error) {
      if (error instanceof Short) return error.shortages;
      throw error;
    }
  };
  const figuresOf = async (variant: VariantId, locationId: string = DEFAULT_LOCATION.id) => {
    const own = (await subject().items()).find(
      (one) => one.variantId === variant && one.locationId === locationId,
    );
    return own && [own.onHand, own.reserved, own.claimed];
  };
  const availableOf = async (variant: VariantId) =>
    (await subject().pricesAndStock.byVariant([variant], new Set(["available"]))).get(variant)
      ?.available;
  const listing = () =>
    run(async ({ storedListings }) => (await storedListings.lock([SHIRT])).get(SHIRT));
  const ledger = async () =>
    (await subject().movements()).map((one) => [
      one.kind,
      one.onHand,
      one.reserved,
      one.claimed,
      one.cause,
    ]);
  return {
    run,
    fillShelves,
    stockAt,
    requestOf,
    reserve,
    figuresOf,
    availableOf,
    listing,
    ledger,
    count: (variant: VariantId, onHand: number) =>
      stockCount(needs())({ counts: [{ variantId: variant, onHand }] }, ADMIN_KEY_HOLDER),
    adjust: (variant: VariantId, by: number) =>
      stockAdjust(needs())({ adjustments: [{ variantId: variant, by }] }, ADMIN_KEY_HOLDER),
    /** The stock items whose figures are not the sums of their movements. */
    defects: async () => {
      const sums = new Map<string, readonly number[]>();
      for (const one of await subject().movements()) {
        const [onHand = 0, reserved = 0, claimed = 0] = sums.get(keyOf(one)) ?? [];
        sums.set(keyOf(one), [onHand + one.onHand, reserved + one.reserved, claimed + one.claimed]);
      }
      const stored = new Map(
        (await subject().items()).map((one) => [
          keyOf(one),
          [one.onHand, one.reserved, one.claimed],
        ]),
      );
      return [...new Set([...sums.keys(), ...stored.keys()])].filter(
        (key) => String(sums.get(key) ?? NOTHING) !== String(stored.get(key) ?? NOTHING),
      );
    },
  };
};

const aLocation = (key: string): LocationContent => ({
  key,
  name: key,
  address: null,
  priority: 0,
  marketIds: [],
  countries: [],
});

const NOTHING = [0, 0, 0];

const keyOf = ({ variantId: variant, locationId }: FiguresOf): string => `${variant} ${locationId}`;

class Short extends Error {
  constructor(readonly shortages: readonly object[]) {
    super("There are not enough units.");
  }
}
