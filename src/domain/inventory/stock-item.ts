import { Aggregate } from "../shared/aggregate.js";
import type { VariantId } from "../catalog/ids.js";
import { InsufficientStock, InvalidQuantity, StockPromised } from "./errors.js";
import type { StockEvent } from "./events.js";
import type { LocationId } from "./ids.js";
import { DEFAULT_LOCATION } from "./location.js";

export interface StockItemSnapshot {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly onHand: number;
  readonly reserved: number;
  readonly version: number;
}

const MAX_UNITS = 1_000_000_000;

/** The units of one variant at one location, and how many of them are reserved. */
export class StockItem extends Aggregate<StockEvent> {
  private constructor(
    readonly variantId: VariantId,
    private readonly locationId: LocationId,
    private onHand: number,
    private reserved: number,
    private version: number,
  ) {
    super();
  }

  /**
   * The first count. It may be negative, because shops that oversold import negative stock.
   * @throws InvalidQuantity
   */
  static stock(
    variantId: VariantId,
    onHand: number,
    locationId: LocationId = DEFAULT_LOCATION.id,
  ): StockItem {
    const item = new StockItem(variantId, locationId, units(onHand), 0, 1);
    item.record({ type: "inventory.stock-counted", variantId, version: 1, onHand });
    return item;
  }

  static restore({
    variantId,
    locationId,
    onHand,
    reserved,
    version,
  }: StockItemSnapshot): StockItem {
    return new StockItem(variantId, locationId, onHand, reserved, version);
  }

  snapshot(): StockItemSnapshot {
    return {
      variantId: this.variantId,
      locationId: this.locationId,
      onHand: this.onHand,
      reserved: this.reserved,
      version: this.version,
    };
  }

  /** Whether more units are reserved than on hand. */
  get isShort(): boolean {
    return this.available < 0;
  }

  get available(): number {
    return this.onHand - this.reserved;
  }

  /** Sets the number of units on hand. @returns whether it changed @throws InvalidQuantity */
  count(onHand: number): boolean {
    if (units(onHand) === this.onHand) return false;
    this.onHand = onHand;
    this.version += 1;
    this.record({
      type: "inventory.stock-counted",
      variantId: this.variantId,
      version: this.version,
      onHand,
    });
    return true;
  }

  /**
   * Adds units, or removes them if `by` is negative. Reservations stay: the item may be short
   * afterwards, and its quantity negative when more is written off than was counted.
   * @throws InvalidQuantity
   */
  adjust(by: number): void {
    if (units(by) === 0) throw new InvalidQuantity(by);
    this.onHand = units(this.onHand + by);
    this.version += 1;
    this.record({
      type: "inventory.stock-adjusted",
      variantId: this.variantId,
      version: this.version,
      by,
      onHand: this.onHand,
    });
  }

  /** Records that the stock is no longer counted. @throws StockPromised */
  discard(): void {
    if (this.reserved > 0) throw new StockPromised(this.variantId, this.reserved);
    this.version += 1;
    this.record({
      type: "inventory.stock-discarded",
      variantId: this.variantId,
      version: this.version,
    });
  }

  /** Reserves units for a buyer. @throws InvalidQuantity, InsufficientStock */
  reserve(quantity: number): void {
    if (units(quantity) <= 0) throw new InvalidQuantity(quantity);
    if (quantity > this.available)
      throw new InsufficientStock(this.variantId, quantity, this.available);
    this.reserved += quantity;
    this.version += 1;
    this.record({
      type: "inventory.stock-reserved",
      variantId: this.variantId,
      version: this.version,
      quantity,
    });
    if (this.available === 0)
      this.record({
        type: "inventory.stock-exhausted",
        variantId: this.variantId,
        version: this.version,
      });
  }
}

function units(quantity: number): number {
  if (!Number.isSafeInteger(quantity) || Math.abs(quantity) > MAX_UNITS)
    throw new InvalidQuantity(quantity);
  return quantity;
}
