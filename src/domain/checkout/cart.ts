import type { VariantId } from "../catalog/ids.js";
import type { MarketId } from "../pricing/ids.js";
import { deepEqual } from "../shared/deep-equal.js";
import type { Id } from "../shared/id.js";
import type { PostalAddress } from "../shared/postal-address.js";
import type { SalesChannel } from "../shared/sales-channel.js";
import type { Attributes } from "./attributes.js";
import type { CartHold } from "./cart-hold.js";
import type { CartBuyer, CartContent, CartLine, DeliveryChoice, SeenLine } from "./cart-content.js";
import { addedLines, changedLines, checkAttributeSize, withoutLines } from "./added-lines.js";
import { CartCompleted, CartMerged } from "./errors.js";
import type { CartId, CartLineId } from "./ids.js";
import type { OutsideAnswer } from "./outside-answer.js";

export const CART_STATES = ["OPEN", "CONVERTED", "MERGED"] as const;
/** OPEN until an order is placed from it, or its lines move into another one. */
export type CartState = (typeof CART_STATES)[number];

export interface CartSnapshot {
  readonly id: CartId;
  readonly state: CartState;
  readonly content: CartContent;
  /** The order that was placed from it; null before. */
  readonly orderId: Id<"order"> | null;
  readonly mergedInto: CartId | null;
  /** Grows by one with each change that is saved. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Units to put into a cart. */
export interface LineToAdd {
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly attributes: Attributes;
}

/** What the buyer says about the whole cart. What is left out stays. */
export interface CartPatch {
  readonly buyer?: Partial<CartBuyer>;
  readonly note?: string | null;
  readonly attributes?: Attributes;
}

export interface CartAddresses {
  readonly shippingAddress?: PostalAddress | null;
  readonly billingAddress?: PostalAddress | null;
}

const NOBODY: CartBuyer = { email: null, phone: null, vatId: null };

/**
 * What a buyer is about to order. It is changed in units of work that lock it, so each version is
 * one change to the version before.
 */
export class Cart {
  private constructor(
    readonly id: CartId,
    private state: CartState,
    private content: CartContent,
    private orderId: Id<"order"> | null,
    private mergedInto: CartId | null,
    /** The version that is stored; 0 for a new cart. */
    readonly storedVersion: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
    private isChanged: boolean,
  ) {}

  static create(
    id: CartId,
    { market, salesChannel }: { readonly market: MarketId; readonly salesChannel: SalesChannel },
    now: Date,
  ): Cart {
    const content: CartContent = {
      market,
      salesChannel,
      lines: [],
      buyer: NOBODY,
      shippingAddress: null,
      billingAddress: null,
      delivery: [],
      note: null,
      attributes: {},
    };
    return new Cart(id, "OPEN", content, null, null, 0, now, now, true);
  }

  static restore(snapshot: CartSnapshot): Cart {
    const { id, state, content, orderId, mergedInto, version, createdAt, updatedAt } = snapshot;
    return new Cart(id, state, content, orderId, mergedInto, version, createdAt, updatedAt, false);
  }

  snapshot(): CartSnapshot {
    const { id, state, content, orderId, mergedInto, version, createdAt, updatedAt } = this;
    return { id, state, content, orderId, mergedInto, version, createdAt, updatedAt };
  }

  /** The version that it has when it is saved: all changes of a unit of work are one. */
  get version(): number {
    return this.storedVersion + (this.isChanged ? 1 : 0);
  }

  get lines(): readonly CartLine[] {
    return this.content.lines;
  }

  get market(): MarketId {
    return this.content.market;
  }

  /** @throws CartCompleted, CartMerged */
  ensureOpen(): void {
    if (this.orderId !== null) throw new CartCompleted(this.orderId);
    if (this.mergedInto !== null) throw new CartMerged(this.mergedInto);
  }

  /**
   * Units of a variant that is there with the same attributes are added to its line.
   * @throws Refused with InvalidLineQuantity; TooMany, CartTooLarge
   */
  addLines(lines: readonly LineToAdd[], nextId: () => CartLineId, now: Date): void {
    this.change({ lines: addedLines(this.content.lines, lines, nextId) }, now);
  }

  /** @throws Refused with CartLineNotFound, InvalidLineQuantity */
  updateLines(
    changes: readonly { readonly id: string; readonly quantity: number }[],
    now: Date,
  ): void {
    this.change({ lines: changedLines(this.content.lines, changes) }, now);
  }

  /** @throws Refused with CartLineNotFound */
  removeLines(ids: readonly string[], now: Date): void {
    this.change({ lines: withoutLines(this.content.lines, ids) }, now);
  }

  update({ buyer, ...patch }: CartPatch, now: Date): void {
    this.change({ ...patch, ...(buyer && { buyer: { ...this.content.buyer, ...buyer } }) }, now);
  }

  /** Moves it to another market. What the buyer has seen of its prices says nothing there. */
  moveTo(market: MarketId, now: Date): void {
    if (market === this.content.market) return;
    const lines = this.content.lines.map((line) => ({ ...line, seen: null }));
    this.change({ market, lines }, now);
  }

  setAddresses(addresses: CartAddresses, now: Date): void {
    this.change(addresses, now);
  }

  /** Replaces what was chosen for the group. */
  chooseDelivery(choice: DeliveryChoice, now: Date): void {
    const others = this.content.delivery.filter(({ group }) => group !== choice.group);
    this.change({ delivery: [...others, choice] }, now);
  }

  /** Notes what the answer to this change shows of each line. */
  markSeen(seen: ReadonlyMap<CartLineId, SeenLine>, now: Date): void {
    const lines = this.content.lines.map((line) => ({
      ...line,
      seen: seen.get(line.id) ?? line.seen,
    }));
    this.change({ lines }, now);
  }

  /** Keeps what services outside answered about the cart as it is, and nothing else that they did. */
  keepAnswers(outsideAnswers: readonly OutsideAnswer[], now: Date): void {
    const { outsideAnswers: kept = [] } = this.content;
    if (kept.length > 0 || outsideAnswers.length > 0) this.change({ outsideAnswers }, now);
  }

  /** Notes which units are reserved for it; null: none. */
  noteHold(hold: CartHold | null, now: Date): void {
    this.change({ hold }, now);
  }

  /**
   * Moves the lines of another cart into this one, and what only the other one says of its buyer.
   * Merging it again changes nothing.
   * @throws CartCompleted, CartMerged, TooMany, CartTooLarge, Refused with InvalidLineQuantity
   */
  merge(guest: Cart, nextId: () => CartLineId, now: Date): void {
    this.ensureOpen();
    if (guest.mergedInto === this.id) return;
    guest.ensureOpen();
    const { buyer, shippingAddress, billingAddress, delivery, note, attributes } = guest.content;
    const own = this.content;
    this.change(
      {
        lines: addedLines(own.lines, guest.lines, nextId),
        buyer: {
          email: own.buyer.email ?? buyer.email,
          phone: own.buyer.phone ?? buyer.phone,
          vatId: own.buyer.vatId ?? buyer.vatId,
        },
        shippingAddress: own.shippingAddress ?? shippingAddress,
        billingAddress: own.billingAddress ?? billingAddress,
        delivery: own.delivery.length > 0 ? own.delivery : delivery,
        note: own.note ?? note,
        attributes: { ...attributes, ...own.attributes },
      },
      now,
    );
    guest.state = "MERGED";
    guest.mergedInto = this.id;
    guest.touch(now);
  }

  /** An order was placed from it. @throws CartCompleted, CartMerged */
  convert(orderId: Id<"order">, now: Date): void {
    this.ensureOpen();
    this.state = "CONVERTED";
    this.orderId = orderId;
    this.touch(now);
  }

  private change(patch: Partial<CartContent>, now: Date): void {
    const next = { ...this.content, ...patch };
    if (deepEqual(next, this.content)) return;
    checkAttributeSize(next);
    this.content = next;
    this.touch(now);
  }

  private touch(now: Date): void {
    this.isChanged = true;
    this.updatedAt = now;
  }
}
