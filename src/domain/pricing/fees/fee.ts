import { Aggregate } from "../../shared/aggregate.js";
import { deepEqual } from "../../shared/deep-equal.js";
import type { FeeEvent } from "../events.js";
import type { FeeId } from "../ids.js";
import { SmallOrderFeesOverlap } from "./errors.js";
import { checkedFee, type FeeContent } from "./fee-content.js";

export interface FeeSnapshot extends FeeContent {
  readonly id: FeeId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A typed, taxable charge that is no product and no delivery. */
export class Fee extends Aggregate<FeeEvent> {
  private constructor(
    readonly id: FeeId,
    private content: FeeContent,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /**
   * @param all the fees of the shop
   * @throws Refused as `checkedFee` does, and with SmallOrderFeesOverlap
   */
  static create(id: FeeId, content: FeeContent, all: readonly FeeSnapshot[], now: Date): Fee {
    const fee = new Fee(id, checked(id, content, all), 1, now, now);
    fee.#note("pricing.fee-created");
    return fee;
  }

  static restore({ id, version, createdAt, updatedAt, ...content }: FeeSnapshot): Fee {
    return new Fee(id, content, version, createdAt, updatedAt);
  }

  snapshot(): FeeSnapshot {
    const { id, version, createdAt, updatedAt } = this;
    return { ...this.content, id, version, createdAt, updatedAt };
  }

  /** @returns whether anything changed @throws Refused as `create` does */
  revise(content: FeeContent, all: readonly FeeSnapshot[], now: Date): boolean {
    const next = checked(this.id, content, all);
    if (deepEqual(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.#note("pricing.fee-updated");
    return true;
  }

  /** Records the deletion. */
  delete(): void {
    this.version += 1;
    this.#note("pricing.fee-deleted");
  }

  #note(type: FeeEvent["type"]): void {
    this.record({ type, feeId: this.id, version: this.version });
  }
}

const checked = (id: FeeId, content: FeeContent, all: readonly FeeSnapshot[]): FeeContent => {
  const fee = checkedFee(content);
  if (isOnSmallOrders(fee))
    for (const other of all)
      if (other.id !== id && isOnSmallOrders(other)) checkApart(content, other);
  return fee;
};

const isOnSmallOrders = ({ kind, isActive }: FeeContent): boolean =>
  kind === "SMALL_ORDER" && isActive;

const checkApart = ({ amounts }: FeeContent, other: FeeContent): void => {
  const index = amounts.findIndex(({ currency }) =>
    other.amounts.some((one) => one.currency === currency),
  );
  const both = amounts[index];
  if (both)
    throw new SmallOrderFeesOverlap(other.key, both.currency, [
      "amounts",
      String(index),
      "currency",
    ]);
};
