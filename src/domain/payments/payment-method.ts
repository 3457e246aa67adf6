import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../shared/versioned-aggregate.js";
import type { PaymentMethodEvent } from "./events.js";
import type { PaymentMethodId } from "./ids.js";
import { checkedMethod, type PaymentMethodContent } from "./method-content.js";

export type PaymentMethodSnapshot = PaymentMethodContent & VersionedState<PaymentMethodId>;

/** A way to pay that buyers may choose. */
export class PaymentMethod extends VersionedAggregate<PaymentMethodSnapshot, PaymentMethodEvent> {
  /** @throws Refused as `checkedMethod` does */
  static create(id: PaymentMethodId, content: PaymentMethodContent, now: Date): PaymentMethod {
    return new PaymentMethod({ ...checkedMethod(content), ...newState(id, now) }).created();
  }

  static restore(snapshot: PaymentMethodSnapshot): PaymentMethod {
    return new PaymentMethod(snapshot);
  }

  /** @returns whether anything changed @throws Refused as `checkedMethod` does */
  revise(content: PaymentMethodContent, now: Date): boolean {
    return this.update(checkedMethod(content), now);
  }

  /** Records the deletion. */
  delete(): void {
    this.deleted();
  }

  protected event(change: "created" | "updated" | "deleted"): PaymentMethodEvent {
    const { id, version } = this.state;
    return { type: `payments.method-${change}`, paymentMethodId: id, version };
  }
}
