import type { TaxRateId } from "../../../../domain/pricing/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { presentTaxRate, type TaxRateSource } from "./present-tax-rate.js";

/** One tax rate, together with all others that are requested in the same tick. */
export const loadTaxRate = async (
  { app, batch, viewer }: GraphqlContext,
  id: TaxRateId,
): Promise<TaxRateSource | null> => {
  const view = await batch.load(
    ["tax rate"],
    id,
    async (ids: readonly TaxRateId[]) =>
      new Map((await app.pricing.taxRates.byId(ids, viewer)).map((found) => [found.id, found])),
  );
  return view && presentTaxRate(view);
};
