import { Aggregate } from "../shared/aggregate.js";
import type { VariantId } from "../catalog/ids.js";
import { InvalidQuantity, StockPromised } from "./errors.js";
import type { StockEvent } from "./events.js";
import type { LocationId } from "./ids.js";
import { DEFAULT_LOCATION } from "./location.js";
import { stockCrossings } from "./stock-crossings.js";
import type { MovementNote, StockMovement } from "./stock-movement.js";

export interface StockItemSnapshot {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly onHand: number;
  /** Held for buyers who have not paid. */
  readonly reserved: number;
  /** Paid, not yet fulfilled. */
  readonly claimed: number;
  /** Kept back from sale. */
  readonly safety: number;
  /** Stock is low at this number of available units and below; null: never. */
  readonly lowStockAt: number | null;
  readonly version: number;
}

const MAX_UNITS = 1_000_000_000;

/** The units that can be sold. Below zero more is promised than there is. */
export const availableOf = ({
  onHand,
  reserved,
  claimed,
  safety,
}: Pick<StockItemSnapshot, "onHand" | "reserved" | "claimed" | "safety">): number =>
  onHand - reserved - claimed - safety;

/**
 * The units of one variant at one location. Its units on hand change here; units are reserved and
 * claimed by statements of their own, which leave the version as it is.
 */
export class StockItem extends Aggregate<StockEvent> {
  #movements: StockMovement[] = [];

  private constructor(private state: StockItemSnapshot) {
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
    note: MovementNote = COUNTED,
  ): StockItem {
    const item = new StockItem({
      variantId,
      locationId,
      onHand: units(onHand),
      reserved: 0,
      claimed: 0,
      safety: 0,
      lowStockAt: null,
      version: 1,
    });
    item.record({ type: "inventory.stock-counted", ...item.#facts, onHand });
    item.#move(note, onHand);
    return item;
  }

  static restore(snapshot: StockItemSnapshot): StockItem {
    return new StockItem(snapshot);
  }

  snapshot(): StockItemSnapshot {
    return this.state;
  }

  get variantId(): VariantId {
    return this.state.variantId;
  }

  /** Whether more units are promised to buyers than are on hand. */
  get isShort(): boolean {
    return this.missing > 0;
  }

  /** How many units are promised that are not on hand. */
  get missing(): number {
    return Math.max(this.promised - this.state.onHand, 0);
  }

  get available(): number {
    return availableOf(this.state);
  }

  /** The units that are reserved or claimed. */
  get promised(): number {
    return this.state.reserved + this.state.claimed;
  }

  /** Sets the number of units on hand. @returns whether it changed @throws InvalidQuantity */
  count(onHand: number, note: MovementNote = COUNTED): boolean {
    if (units(onHand) === this.state.onHand) return false;
    this.#setOnHand(onHand, note, (facts) => ({
      type: "inventory.stock-counted",
      ...facts,
      onHand,
    }));
    return true;
  }

  /**
   * Adds units, or removes them if `by` is negative. Promised units stay promised: the item may be
   * short afterwards, and its quantity negative when more is written off than was counted.
   * @throws InvalidQuantity
   */
  adjust(by: number, note: MovementNote = ADJUSTED): void {
    if (units(by) === 0) throw new InvalidQuantity(by);
    const onHand = units(this.state.onHand + by);
    this.#setOnHand(onHand, note, (facts) => ({
      type: "inventory.stock-adjusted",
      ...facts,
      by,
      onHand,
    }));
  }

  /**
   * Sets how many units are kept back, and at how many available ones stock is low.
   * @returns whether anything changed @throws InvalidQuantity for a number below zero
   */
  setTerms(terms: Partial<Pick<StockItemSnapshot, "safety" | "lowStockAt">>): boolean {
    const { safety, lowStockAt } = { ...this.state, ...terms };
    for (const limit of [safety, lowStockAt ?? 0])
      if (units(limit) < 0) throw new InvalidQuantity(limit);
    if (safety === this.state.safety && lowStockAt === this.state.lowStockAt) return false;
    const before = this.available;
    this.state = { ...this.state, safety, lowStockAt, version: this.state.version + 1 };
    this.record({ type: "inventory.stock-terms-changed", ...this.#facts, safety, lowStockAt });
    this.#noteCrossings(before);
    return true;
  }

  /** Records that the stock is no longer counted. @throws StockPromised */
  discard(): void {
    if (this.promised > 0) throw new StockPromised(this.variantId, this.promised);
    this.state = { ...this.state, version: this.state.version + 1 };
    this.record({ type: "inventory.stock-discarded", ...this.#facts });
    this.#move({ kind: "DISCARDED" }, 0 - this.state.onHand);
  }

  /** The movements that are not stored yet. */
  pullMovements(): readonly StockMovement[] {
    const movements = this.#movements;
    this.#movements = [];
    return movements;
  }

  #setOnHand(
    onHand: number,
    note: MovementNote,
    eventOf: (facts: StockItemFacts) => StockEvent,
  ): void {
    const [before, by] = [this.available, onHand - this.state.onHand];
    this.state = { ...this.state, onHand, version: this.state.version + 1 };
    this.record(eventOf(this.#facts));
    this.#move(note, by);
    this.#noteCrossings(before);
  }

  #noteCrossings(before: number): void {
    const { lowStockAt } = this.state;
    stockCrossings({ ...this.#facts, before, after: this.available, lowStockAt }).forEach((event) =>
      this.record(event),
    );
  }

  #move({ kind, reason = null, cause = null }: MovementNote, onHandBy: number): void {
    const { variantId, locationId } = this.state;
    this.#movements.push({
      variantId,
      locationId,
      kind,
      onHandBy,
      reservedBy: 0,
      claimedBy: 0,
      reason,
      cause,
    });
  }

  get #facts(): StockItemFacts {
    const { variantId, locationId, version } = this.state;
    return { variantId, locationId, version };
  }
}

type StockItemFacts = Pick<StockItemSnapshot, "variantId" | "locationId" | "version">;

const COUNTED: MovementNote = { kind: "COUNTED" };
const ADJUSTED: MovementNote = { kind: "ADJUSTED" };

/** @throws InvalidQuantity unless it is a whole number in range */
export function units(quantity: number): number {
  if (!Number.isSafeInteger(quantity) || Math.abs(quantity) > MAX_UNITS)
    throw new InvalidQuantity(quantity);
  return quantity;
}
