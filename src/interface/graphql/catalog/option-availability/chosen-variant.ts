import type { GraphQLResolveInfo } from "graphql";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { ChosenOption } from "../../../../domain/catalog/options/chosen-option.js";
import type { OptionAvailability } from "../../../../domain/catalog/options/option-availability.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import type { ProductSource } from "../products/product-fields.js";
import { availabilityOf } from "../variants/availability-of.js";
import type { VariantSource } from "../variants/present-variants.js";
import { variantsByIds } from "../variants/variants-by-ids.js";

type Choose = (
  availability: OptionAvailability,
  chosen: readonly ChosenOption[],
) => VariantId | null;

/** The variant of a product that a choice of option values leads to. */
export const chosenVariant = async (
  choose: Choose,
  product: ProductSource,
  chosen: readonly ChosenOption[],
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<VariantSource | null> => {
  const availability = await availabilityOf(product, context);
  const id = choose(availability, chosen);
  if (id === null) return null;
  const variants = await variantsByIds([id], availability, requestedFields(info), context);
  return variants.get(id) ?? null;
};
