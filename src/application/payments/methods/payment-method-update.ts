import { PaymentMethodNotFound } from "../../../domain/payments/errors.js";
import type { PaymentMethodContent } from "../../../domain/payments/method-content.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import { patchedValue } from "../../shared/patch.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWritePayments } from "../ports/permissions.js";
import {
  marketsOf,
  methodTranslations,
  totalLimits,
  type PaymentMethodPatch,
} from "./method-patch.js";
import type { MethodStores, PaymentMethodEdited } from "./payment-method-create.js";

interface PaymentMethodUpdate extends Target {
  readonly changes: PaymentMethodPatch;
}

/** Changes a payment method. Orders that were placed with it stay as they are. */
export const paymentMethodUpdate = change(
  mayWritePayments,
  async (
    { changes, ...target }: PaymentMethodUpdate,
    { stores, now }: Work<MethodStores>,
  ): Promise<PaymentMethodEdited> => {
    const { paymentMethods } = stores;
    const method = await lockTarget(
      "paymentmethod",
      target,
      paymentMethods,
      (id) => new PaymentMethodNotFound(id),
    );
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      async () => {
        const { marketIds } = changes;
        const markets = marketIds?.length ? await stores.markets.all() : [];
        const content = patched(changes, method.snapshot());
        return method.revise(
          marketIds === undefined
            ? content
            : { ...content, markets: marketsOf(marketIds ?? [], markets) },
          now,
        );
      },
    );
    await paymentMethods.save(method);
    return { paymentMethodId: method.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);

const patched = (
  changes: PaymentMethodPatch,
  stored: PaymentMethodContent,
): PaymentMethodContent => {
  const key = changes.key ?? stored.key;
  return {
    key,
    name: patchedValue(changes.name, stored.name, key),
    instructions: patchedValue(changes.instructions, stored.instructions, ""),
    translations: changes.translations
      ? methodTranslations(changes.translations)
      : patchedValue(changes.translations, stored.translations, []),
    gateway: patchedValue(changes.gateway, stored.gateway, null),
    capture: changes.capture ?? stored.capture,
    markets: stored.markets,
    currencies: patchedValue(changes.currencies, stored.currencies, []),
    totals: changes.totals
      ? totalLimits(changes.totals)
      : patchedValue(changes.totals, stored.totals, []),
    payWithinMinutes: changes.payWithinMinutes ?? stored.payWithinMinutes,
    position: changes.position ?? stored.position,
    isEnabled: changes.isEnabled ?? stored.isEnabled,
  };
};
