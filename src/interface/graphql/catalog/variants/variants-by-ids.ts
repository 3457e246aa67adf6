import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { OptionAvailability } from "../../../../domain/catalog/options/option-availability.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Requested } from "../../execution/requested-fields.js";
import { loadVariants } from "./load-variants.js";
import { presentVariants, type VariantSource } from "./present-variants.js";
import { variantFields } from "./variant-needs.js";

/** Those variants of a product that still exist, with the values of the requested fields. */
export const variantsByIds = async (
  ids: readonly VariantId[],
  { options }: Pick<OptionAvailability, "options">,
  requested: Requested,
  context: GraphqlContext,
): Promise<ReadonlyMap<VariantId, VariantSource>> => {
  const views = await loadVariants(context, ids, variantFields(requested));
  const variants = await presentVariants(views, requested, context, options);
  return new Map(variants.map((variant) => [variant.id, variant]));
};
