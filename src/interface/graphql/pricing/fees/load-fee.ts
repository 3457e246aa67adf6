import type { FeeId } from "../../../../domain/pricing/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type FeeSource, presentFee } from "./present-fee.js";

/** One fee, together with all others that are requested in the same tick. */
export const loadFee = async (
  { app, batch, viewer }: GraphqlContext,
  id: FeeId,
): Promise<FeeSource | null> => {
  const view = await batch.load(
    ["fee"],
    id,
    async () => new Map((await app.pricing.fees.all({}, viewer)).map((fee) => [fee.id, fee])),
  );
  return view && presentFee(view);
};
