import { Aggregate } from "../shared/aggregate.js";
import { deepEqual } from "../shared/deep-equal.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { checkedKey } from "./checked-key.js";
import { CustomerGroupInUse } from "./errors.js";
import type { CustomerGroupEvent } from "./events.js";
import type { CustomerGroupId } from "./ids.js";

export interface CustomerGroupContent {
  readonly key: string;
  readonly name: string;
}

export interface CustomerGroupSnapshot extends CustomerGroupContent {
  readonly id: CustomerGroupId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Buyers who get the prices of price lists that are made for them. */
export class CustomerGroup extends Aggregate<CustomerGroupEvent> {
  private constructor(
    readonly id: CustomerGroupId,
    private content: CustomerGroupContent,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused with InvalidKey, InvalidText */
  static create(id: CustomerGroupId, content: CustomerGroupContent, now: Date): CustomerGroup {
    const group = new CustomerGroup(id, checked(content), 1, now, now);
    group.#note("pricing.customer-group-created");
    return group;
  }

  static restore({
    id,
    version,
    createdAt,
    updatedAt,
    ...content
  }: CustomerGroupSnapshot): CustomerGroup {
    return new CustomerGroup(id, content, version, createdAt, updatedAt);
  }

  snapshot(): CustomerGroupSnapshot {
    const { id, version, createdAt, updatedAt } = this;
    return { ...this.content, id, version, createdAt, updatedAt };
  }

  /** @returns whether anything changed @throws Refused with InvalidKey, InvalidText */
  revise(content: CustomerGroupContent, now: Date): boolean {
    const next = checked(content);
    if (deepEqual(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.#note("pricing.customer-group-updated");
    return true;
  }

  /** Records the deletion. @param priceLists the keys of those made for it @throws CustomerGroupInUse */
  delete(priceLists: readonly string[]): void {
    if (priceLists.length > 0) throw new CustomerGroupInUse(this.content.key, priceLists);
    this.version += 1;
    this.#note("pricing.customer-group-deleted");
  }

  #note(type: CustomerGroupEvent["type"]): void {
    this.record({ type, customerGroupId: this.id, version: this.version });
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
