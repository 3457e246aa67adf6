import type { DeliveryOption } from "../../../domain/delivery/delivery-option.js";
import { DeliveryOptionNotFound } from "../../../domain/delivery/errors.js";
import type { DeliveryOptionContent } from "../../../domain/delivery/option-content.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import { patchedValue } from "../../shared/patch.js";
import { nothingChanged } from "../../shared/warning.js";
import type { DeliveryStores } from "../ports/delivery-stores.js";
import { checkCurrencies } from "./check-currencies.js";
import { type OptionStores, referencesOf, type SellingMarket } from "./references-of.js";
import type { DeliveryOptionEdited } from "./delivery-option-create.js";
import { type DeliveryOptionPatch, ratesOf, translationsOf, windowsOf } from "./option-patch.js";

export interface DeliveryOptionChange extends Target {
  readonly changes: DeliveryOptionPatch;
}

/** @throws DeliveryOptionNotFound, StaleVersion */
export const lockDeliveryOption = (
  { deliveryOptions }: Pick<DeliveryStores, "deliveryOptions">,
  target: Target,
): Promise<DeliveryOption> =>
  lockTarget("deliveryoption", target, deliveryOptions, (id) => new DeliveryOptionNotFound(id));

/** Changes one option. Delivery is locked. @param markets all of them */
export const editDeliveryOption = async (
  { changes, ...target }: DeliveryOptionChange,
  stores: OptionStores,
  markets: readonly SellingMarket[],
  now: Date,
): Promise<DeliveryOptionEdited> => {
  const option = await lockDeliveryOption(stores, target);
  const warnings = await withPathAsync(
    (path) => ["changes", ...path],
    async () => {
      const stored = option.snapshot();
      const { zones, markets: of, pickupLocation } = await referencesOf(stores, changes, markets);
      const content: DeliveryOptionContent = {
        ...patchedFields(changes, stored),
        zones: zones ?? stored.zones,
        markets: of ?? stored.markets,
        pickupLocation: pickupLocation === undefined ? stored.pickupLocation : pickupLocation,
      };
      const hasChanged = option.revise(content, now);
      const missing = checkCurrencies(option.snapshot(), markets);
      await stores.deliveryOptions.save(option);
      return hasChanged ? missing : [nothingChanged(), ...missing];
    },
  );
  return { deliveryOptionId: option.id, warnings };
};

const patchedFields = (
  changes: DeliveryOptionPatch,
  stored: DeliveryOptionContent,
): Omit<DeliveryOptionContent, "zones" | "markets" | "pickupLocation"> => {
  const { kind } = stored;
  const key = changes.key ?? stored.key;
  return {
    key,
    kind,
    name: patchedValue(changes.name, stored.name, key),
    description: patchedValue(changes.description, stored.description, ""),
    translations: changes.translations
      ? translationsOf(changes.translations)
      : patchedValue(changes.translations, stored.translations, []),
    rates: changes.rates
      ? ratesOf(kind, changes.rates)
      : patchedValue(changes.rates, stored.rates, []),
    maxWeight: patchedValue(changes.maxWeight, stored.maxWeight, null),
    windows: changes.windows
      ? windowsOf(changes.windows)
      : patchedValue(changes.windows, stored.windows, []),
    carrier: patchedValue(changes.carrier, stored.carrier, null),
    taxCategory: patchedValue(changes.taxCategory, stored.taxCategory, null),
    position: changes.position ?? stored.position,
    isActive: changes.isActive ?? stored.isActive,
  };
};
