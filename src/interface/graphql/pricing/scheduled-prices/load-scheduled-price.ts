import type { WorkId } from "../../../../application/shared/schedule.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { presentScheduledPrice, type ScheduledPriceSource } from "./present-scheduled-price.js";

/** One planned change of a price, together with all others that are requested in the same tick. */
export const loadScheduledPrice = async (
  { app, batch, viewer }: GraphqlContext,
  id: WorkId,
): Promise<ScheduledPriceSource | null> => {
  const view = await batch.load(
    ["scheduled price"],
    id,
    async (ids: readonly WorkId[]) =>
      new Map(
        (await app.pricing.scheduledPrices.byId(ids, viewer)).map((found) => [found.id, found]),
      ),
  );
  return view && presentScheduledPrice(view);
};
