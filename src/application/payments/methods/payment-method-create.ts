import type { PaymentMethodId } from "../../../domain/payments/ids.js";
import { PaymentMethod } from "../../../domain/payments/payment-method.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import type { PaymentStores } from "../ports/payment-stores.js";
import { mayWritePayments } from "../ports/permissions.js";
import {
  marketsOf,
  methodTranslations,
  totalLimits,
  type PaymentMethodPatch,
} from "./method-patch.js";

/** Each checkout reads all of them. */
export const MAX_PAYMENT_METHODS = 100;
const THREE_DAYS = 3 * 24 * 60;
const HALF_AN_HOUR = 30;
const LAST_POSITION = 1_000_000;

export type MethodStores = Pick<PaymentStores, "paymentMethods"> & Pick<PricingStores, "markets">;

interface PaymentMethodCreate {
  readonly method: PaymentMethodPatch & { readonly key: string };
}

/** The result of a change of a payment method. Plain JSON. */
export interface PaymentMethodEdited {
  readonly paymentMethodId: PaymentMethodId;
  readonly warnings: readonly Warning[];
}

/** Creates a payment method, behind the others when it has no position. */
export const paymentMethodCreate = change(
  mayWritePayments,
  (
    { method: input }: PaymentMethodCreate,
    { stores, now }: Work<MethodStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<PaymentMethodEdited> =>
    withPathAsync(
      (path) => ["method", ...path],
      async () => {
        const others = await stores.paymentMethods.all();
        if (others.length >= MAX_PAYMENT_METHODS)
          throw new TooMany("payment methods", others.length + 1, MAX_PAYMENT_METHODS);
        const marketIds = input.marketIds ?? [];
        const markets = marketIds.length > 0 ? await stores.markets.all() : [];
        const gateway = input.gateway ?? null;
        const last = others.at(-1)?.position ?? -1;
        const method = PaymentMethod.create(
          ids.next("paymentmethod"),
          {
            key: input.key,
            name: input.name ?? input.key,
            instructions: input.instructions ?? "",
            translations: methodTranslations(input.translations ?? []),
            gateway,
            capture: input.capture ?? "AUTOMATIC",
            markets: marketsOf(marketIds, markets),
            currencies: input.currencies ?? [],
            totals: totalLimits(input.totals ?? []),
            payWithinMinutes:
              input.payWithinMinutes ?? (gateway === null ? THREE_DAYS : HALF_AN_HOUR),
            position: input.position ?? Math.min(last + 1, LAST_POSITION),
            isEnabled: input.isEnabled ?? true,
          },
          now,
        );
        await stores.paymentMethods.save(method);
        return { paymentMethodId: method.id, warnings: [] };
      },
    ),
);
