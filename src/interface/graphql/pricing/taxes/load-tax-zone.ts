import type { TaxZoneView } from "../../../../application/pricing/ports/tax-reads.js";
import type { TaxZoneId } from "../../../../domain/pricing/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";

/** One, together with all others that are requested in the same tick. */
export const loadTaxZone = (
  { app, batch, viewer }: GraphqlContext,
  id: TaxZoneId,
): Promise<TaxZoneView | null> =>
  batch.load(
    ["tax zone"],
    id,
    async (ids: readonly TaxZoneId[]) =>
      new Map((await app.pricing.taxZones.byId(ids, viewer)).map((view) => [view.id, view])),
  );

export const loadTaxZoneByKey = (
  { app, batch, viewer }: GraphqlContext,
  key: string,
): Promise<TaxZoneView | null> =>
  batch.load(
    ["tax zone by key"],
    key,
    async (keys: readonly string[]) =>
      new Map((await app.pricing.taxZones.byKey(keys, viewer)).map((view) => [view.key, view])),
  );
