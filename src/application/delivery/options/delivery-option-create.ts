import { DeliveryOption } from "../../../domain/delivery/delivery-option.js";
import type { DeliveryKind } from "../../../domain/delivery/delivery-rate.js";
import type { DeliveryOptionId } from "../../../domain/delivery/ids.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import { lockDelivery } from "../lock-delivery.js";
import { mayWriteDelivery } from "../ports/permissions.js";
import { checkCurrencies } from "./check-currencies.js";
import { type OptionStores, referencesOf } from "./references-of.js";
import { type DeliveryOptionPatch, ratesOf, translationsOf, windowsOf } from "./option-patch.js";

/** Each offer of deliveries reads all of them. */
export const MAX_DELIVERY_OPTIONS = 250;

interface DeliveryOptionCreate {
  readonly option: DeliveryOptionPatch & { readonly key: string; readonly kind: DeliveryKind };
}

/** The result of a change of a delivery option. Plain JSON. */
export interface DeliveryOptionEdited {
  readonly deliveryOptionId: DeliveryOptionId;
  readonly warnings: readonly Warning[];
}

/** Creates a delivery option, behind the others when it has no position. */
export const deliveryOptionCreate = change(
  mayWriteDelivery,
  (
    { option: input }: DeliveryOptionCreate,
    { stores, now }: Work<OptionStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<DeliveryOptionEdited> =>
    withPathAsync(
      (path) => ["option", ...path],
      async () => {
        await lockDelivery(stores);
        const others = await stores.deliveryOptions.all();
        if (others.length >= MAX_DELIVERY_OPTIONS)
          throw new TooMany("delivery options", others.length + 1, MAX_DELIVERY_OPTIONS);
        const markets = await stores.markets.all();
        const references = await referencesOf(stores, input, markets);
        const { key, kind } = input;
        const content = {
          key,
          kind,
          name: input.name ?? key,
          description: input.description ?? "",
          translations: translationsOf(input.translations ?? []),
          rates: ratesOf(kind, input.rates ?? []),
          zones: references.zones ?? [],
          markets: references.markets ?? [],
          maxWeight: input.maxWeight ?? null,
          windows: windowsOf(input.windows ?? []),
          pickupLocation: references.pickupLocation ?? null,
          carrier: input.carrier ?? null,
          taxCategory: input.taxCategory ?? null,
          position: input.position ?? Math.min((others.at(-1)?.position ?? -1) + 1, 1_000_000),
          isActive: input.isActive ?? true,
        };
        const option = DeliveryOption.create(ids.next("deliveryoption"), content, now);
        const warnings = checkCurrencies(option.snapshot(), markets);
        await stores.deliveryOptions.save(option);
        return { deliveryOptionId: option.id, warnings };
      },
    ),
);
