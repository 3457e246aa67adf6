import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import type { PriceListId } from "../../../../domain/pricing/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";

/** One price list, together with all others that are requested in the same tick. */
export const loadPriceList = (
  { app, batch, viewer }: GraphqlContext,
  id: PriceListId,
): Promise<PriceListView | null> =>
  batch.load(
    ["price list"],
    id,
    async () =>
      new Map((await app.pricing.priceLists.all({}, viewer)).map((list) => [list.id, list])),
  );
