import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../shared/versioned-aggregate.js";
import { checkedKey } from "./checked-key.js";
import { CustomerGroupInUse } from "./errors.js";
import type { CustomerGroupEvent } from "./events.js";
import type { CustomerGroupId } from "./ids.js";

export interface CustomerGroupContent {
  readonly key: string;
  readonly name: string;
}

export type CustomerGroupSnapshot = CustomerGroupContent & VersionedState<CustomerGroupId>;

/** Buyers who get the prices of price lists that are made for them. */
export class CustomerGroup extends VersionedAggregate<CustomerGroupSnapshot, CustomerGroupEvent> {
  /** @throws Refused with InvalidKey, InvalidText */
  static create(id: CustomerGroupId, content: CustomerGroupContent, now: Date): CustomerGroup {
    return new CustomerGroup({ ...checked(content), ...newState(id, now) }).created();
  }

  static restore(snapshot: CustomerGroupSnapshot): CustomerGroup {
    return new CustomerGroup(snapshot);
  }

  /** @returns whether anything changed @throws Refused with InvalidKey, InvalidText */
  revise(content: CustomerGroupContent, now: Date): boolean {
    return this.update(checked(content), now);
  }

  /** Records the deletion. @param priceLists the keys of those made for it @throws CustomerGroupInUse */
  delete(priceLists: readonly string[]): void {
    if (priceLists.length > 0) throw new CustomerGroupInUse(this.state.key, priceLists);
    this.deleted();
  }

  protected event(change: "created" | "updated" | "deleted"): CustomerGroupEvent {
    const { id, version } = this.state;
    return { type: `pricing.customer-group-${change}`, customerGroupId: id, version };
  }
}

const checked = ({ key, name: raw }: CustomerGroupContent): CustomerGroupContent => {
  const problems = new Problems();
  problems.collect(() => checkedKey(key));
  const name =
    problems.collect(
      () => text(raw, { what: "The name of a customer group", min: 1, max: 255 }),
      "name",
    ) ?? raw;
  problems.throwIfAny();
  return { key, name };
};
