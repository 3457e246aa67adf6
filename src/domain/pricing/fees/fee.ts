import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../../shared/versioned-aggregate.js";
import type { FeeEvent } from "../events.js";
import type { FeeId } from "../ids.js";
import { SmallOrderFeesOverlap } from "./errors.js";
import { checkedFee, type FeeContent } from "./fee-content.js";

export type FeeSnapshot = FeeContent & VersionedState<FeeId>;

/** A typed, taxable charge that is no product and no delivery. */
export class Fee extends VersionedAggregate<FeeSnapshot, FeeEvent> {
  /**
   * @param all the fees of the shop
   * @throws Refused as `checkedFee` does, and with SmallOrderFeesOverlap
   */
  static create(id: FeeId, content: FeeContent, all: readonly FeeSnapshot[], now: Date): Fee {
    return new Fee({ ...checked(id, content, all), ...newState(id, now) }).created();
  }

  static restore(snapshot: FeeSnapshot): Fee {
    return new Fee(snapshot);
  }

  /** @returns whether anything changed @throws Refused as `create` does */
  revise(content: FeeContent, all: readonly FeeSnapshot[], now: Date): boolean {
    return this.update(checked(this.id, content, all), now);
  }

  /** Records the deletion. */
  delete(): void {
    this.deleted();
  }

  protected event(change: "created" | "updated" | "deleted"): FeeEvent {
    return { type: `pricing.fee-${change}`, feeId: this.id, version: this.state.version };
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
