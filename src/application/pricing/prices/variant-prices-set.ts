import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import { RepeatedEntry } from "../../../domain/shared/repeated-entry.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { PriceMissing } from "../../../domain/pricing/errors.js";
import type { OwnPrice } from "../../../domain/pricing/own-price.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import { Problems } from "../../../domain/shared/problems.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import { IN_MEMORY, inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import { nothingChanged, type Warning } from "../../shared/warning.js";
import { mayWritePricing } from "../ports/permissions.js";
import { afterPriceChanges, type PriceWriteStores } from "./after-price-changes.js";
import { planPrice } from "./plan-price.js";
import { priceChanges } from "./price-changes.js";
import { priceWarnings } from "./price-warnings.js";
import { toPricePath } from "./to-price-path.js";
import { variantIdsOf } from "./variant-ids-of.js";

/**
 * The own price of a variant: decimals with a point in the shop's currency. A field that is left
 * out stays, null removes it.
 */
interface VariantPriceInput {
  readonly variantId: string;
  /** The version of its price that the caller has read; 0 expects that it has no price yet. */
  readonly expectedVersion?: number | null | undefined;
  readonly price?: string | null | undefined;
  readonly compareAtPrice?: string | null | undefined;
  readonly cost?: string | null | undefined;
}

/** The result of a change of a price. Plain JSON. */
interface VariantPriceSet {
  readonly variantId: VariantId;
  readonly warnings: readonly Warning[];
}

/** Sets prices of variants of any products, without loading or saving a product. */
export const variantPricesSet = change(
  mayWritePricing,
  async (
    command: Bulk<VariantPriceInput>,
    work: Work<PriceWriteStores>,
    { currency }: { readonly currency: string },
  ): Promise<BulkOutcome<VariantPriceSet>> => {
    const { stores } = work;
    const prices = await stores.prices.lock(variantIdsOf(command.items));
    const seen = new Set<VariantId>();
    // Decided in memory and saved together, so that there is nothing to undo for a refused item.
    const done = await inBulk(command, IN_MEMORY, async (item): Promise<VariantPriceSet> => {
      const variantId = parseId("variant", item.variantId);
      const stored = variantId && prices.get(variantId);
      if (!stored) throw new VariantNotFound(item.variantId, ["variantId"]);
      if (seen.has(variantId)) throw new RepeatedEntry(item.variantId, ["variantId"]);
      checkVersion(variantId, item.expectedVersion, stored.snapshot().version);
      const warnings = setPrice(stored, item, currency);
      seen.add(variantId);
      return { variantId, warnings };
    });
    const changed = [...prices.values()].filter((price) => price.hasChanged);
    await stores.prices.save(changed);
    await afterPriceChanges(
      work,
      changed.map((price) => ({ price, changes: priceChanges(price) })),
    );
    return done;
  },
);

/** @throws Refused with InvalidAmount, NegativePrice, PriceMissing */
const setPrice = (
  stored: OwnPrice,
  { price, compareAtPrice, cost }: VariantPriceInput,
  currency: string,
): readonly Warning[] => {
  const problems = new Problems();
  const next = problems.collect(() =>
    withPath(toPricePath, () =>
      planPrice(
        stored.variantId,
        { price, compareAt: compareAtPrice, cost },
        stored.price,
        currency,
        (fields) => fields.forEach((field) => problems.add(new PriceMissing(toPricePath([field])))),
      ),
    ),
  );
  problems.throwIfAny();
  if (next === undefined) return [nothingChanged()];
  stored.set(next);
  return next ? priceWarnings(next, []) : [];
};
