import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Requested } from "../../execution/requested-fields.js";
import { loadVariants } from "./load-variants.js";
import { presentVariants, type VariantSource } from "./present-variants.js";
import { variantFields } from "./variant-needs.js";

/**
 * A variant after a change of it. It exists, so that where only prices or stock are requested the
 * variant itself is not read.
 */
export const changedVariant = async (
  id: VariantId,
  requested: Requested,
  context: GraphqlContext,
): Promise<VariantSource | null> => {
  const views = await loadVariants(context, [id], variantFields(requested));
  const [variant = null] = await presentVariants(views, requested, context);
  return variant;
};
