import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../shared/versioned-aggregate.js";
import type { DeliveryOptionEvent } from "./events.js";
import type { DeliveryOptionId } from "./ids.js";
import { checkedOption, type DeliveryOptionContent } from "./option-content.js";

export type DeliveryOptionSnapshot = DeliveryOptionContent & VersionedState<DeliveryOptionId>;

/** A way of delivery that buyers may choose: a service of a carrier, or pickup at a location. */
export class DeliveryOption extends VersionedAggregate<
  DeliveryOptionSnapshot,
  DeliveryOptionEvent
> {
  /** @throws Refused as `checkedOption` does */
  static create(id: DeliveryOptionId, content: DeliveryOptionContent, now: Date): DeliveryOption {
    return new DeliveryOption({ ...checkedOption(content), ...newState(id, now) }).created();
  }

  static restore(snapshot: DeliveryOptionSnapshot): DeliveryOption {
    return new DeliveryOption(snapshot);
  }

  /** @returns whether anything changed @throws Refused as `checkedOption` does */
  revise(content: DeliveryOptionContent, now: Date): boolean {
    return this.update(checkedOption(content), now);
  }

  /** Records the deletion. */
  delete(): void {
    this.deleted();
  }

  protected event(change: "created" | "updated" | "deleted"): DeliveryOptionEvent {
    const { id, version } = this.state;
    return { type: `delivery.option-${change}`, deliveryOptionId: id, version };
  }
}
