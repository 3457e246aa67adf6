import { Aggregate } from "../shared/aggregate.js";
import { deepEqual } from "../shared/deep-equal.js";
import type { DeliveryOptionEvent } from "./events.js";
import type { DeliveryOptionId } from "./ids.js";
import { checkedOption, type DeliveryOptionContent } from "./option-content.js";

export interface DeliveryOptionSnapshot extends DeliveryOptionContent {
  readonly id: DeliveryOptionId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A way of delivery that buyers may choose: a service of a carrier, or pickup at a location. */
export class DeliveryOption extends Aggregate<DeliveryOptionEvent> {
  private constructor(
    readonly id: DeliveryOptionId,
    private content: DeliveryOptionContent,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused as `checkedOption` does */
  static create(id: DeliveryOptionId, content: DeliveryOptionContent, now: Date): DeliveryOption {
    const option = new DeliveryOption(id, checkedOption(content), 1, now, now);
    option.announce("delivery.option-created");
    return option;
  }

  static restore({
    id,
    version,
    createdAt,
    updatedAt,
    ...content
  }: DeliveryOptionSnapshot): DeliveryOption {
    return new DeliveryOption(id, content, version, createdAt, updatedAt);
  }

  snapshot(): DeliveryOptionSnapshot {
    const { id, version, createdAt, updatedAt } = this;
    return { ...this.content, id, version, createdAt, updatedAt };
  }

  /** @returns whether anything changed @throws Refused as `checkedOption` does */
  revise(content: DeliveryOptionContent, now: Date): boolean {
    const next = checkedOption(content);
    if (deepEqual(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.announce("delivery.option-updated");
    return true;
  }

  /** Records the deletion. */
  delete(): void {
    this.version += 1;
    this.announce("delivery.option-deleted");
  }

  private announce(type: DeliveryOptionEvent["type"]): void {
    this.record({ type, deliveryOptionId: this.id, version: this.version });
  }
}
