import { Aggregate } from "../shared/aggregate.js";
import { fractionDigits } from "../shared/currencies.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { PriceListInUse } from "./errors.js";
import type { PriceListEvent } from "./events.js";
import type { PriceListId } from "./ids.js";
import { checkedKey } from "./checked-key.js";

/** The key and the currency of a list never change, because its prices depend on them. */
export interface PriceListContent {
  readonly key: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
}

export interface PriceListSnapshot extends PriceListContent {
  readonly id: PriceListId;
  /** Whether the list has been computed for every product. Until then no market may use it. */
  readonly isReady: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Prices of variants in one currency, for the markets that use the list. */
export class PriceList extends Aggregate<PriceListEvent> {
  private constructor(
    readonly id: PriceListId,
    private content: PriceListContent,
    private isReady: boolean,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused with InvalidKey, InvalidText, UnknownCurrency */
  static create(id: PriceListId, content: PriceListContent, now: Date): PriceList {
    const list = new PriceList(id, checked(content), false, 1, now, now);
    list.record({ type: "pricing.price-list-created", priceListId: id, version: 1 });
    return list;
  }

  static restore({
    id,
    isReady,
    version,
    createdAt,
    updatedAt,
    ...content
  }: PriceListSnapshot): PriceList {
    return new PriceList(id, content, isReady, version, createdAt, updatedAt);
  }

  snapshot(): PriceListSnapshot {
    return {
      ...this.content,
      id: this.id,
      isReady: this.isReady,
      version: this.version,
      createdAt: this.createdAt,
      updatedAt: this.updatedAt,
    };
  }

  /** @returns whether anything changed @throws Refused with InvalidText */
  rename(name: string, now: Date): boolean {
    const next = checked({ ...this.content, name });
    if (next.name === this.content.name) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({
      type: "pricing.price-list-updated",
      priceListId: this.id,
      version: this.version,
    });
    return true;
  }

  /** Marks the list as computed for every product. */
  markReady(now: Date): void {
    if (this.isReady) return;
    this.isReady = true;
    this.version += 1;
    this.updatedAt = now;
    this.record({ type: "pricing.price-list-ready", priceListId: this.id, version: this.version });
  }

  /** Records the deletion. @param uses how many markets use the list @throws PriceListInUse */
  delete(uses: number): void {
    if (uses > 0) throw new PriceListInUse(this.content.key, uses);
    this.version += 1;
    this.record({
      type: "pricing.price-list-deleted",
      priceListId: this.id,
      version: this.version,
    });
  }
}

const checked = ({ key, name: raw, currency }: PriceListContent): PriceListContent => {
  const problems = new Problems();
  problems.collect(() => checkedKey(key));
  const name =
    problems.collect(
      () => text(raw, { what: "The name of a price list", min: 1, max: 255 }),
      "name",
    ) ?? raw;
  problems.collect(() => fractionDigits(currency), "currency");
  problems.throwIfAny();
  return { key, name, currency };
};
