import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Requested } from "../../execution/requested-fields.js";
import { loadVariants } from "./load-variants.js";
import { presentVariants, type VariantSource } from "./present-variants.js";
import { variantById } from "./variant-by-id.js";
import { variantFields } from "./variant-needs.js";

/**
 * A variant after a change of it, in one statement. It exists, so that where only prices or stock
 * are requested the variant itself is not read.
 */
export const changedVariant = async (
  id: VariantId,
  requested: Requested,
  context: GraphqlContext,
): Promise<VariantSource | null> => {
  const fields = variantFields(requested);
  if (fields.size > 0) return variantById(id, requested, context);
  const views = await loadVariants(context, [id], fields);
  const [variant = null] = await presentVariants(views, requested, context);
  return variant;
};
