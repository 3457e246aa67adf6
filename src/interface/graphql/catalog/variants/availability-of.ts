import type { FieldsOf } from "../../../../application/catalog/ports/audience.js";
import type { ProductView } from "../../../../application/catalog/ports/product-view.js";
import type { OptionAvailability } from "../../../../domain/catalog/options/option-availability.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { loadProduct } from "../products/load-product.js";
import type { ProductSource } from "../products/product-fields.js";

const AVAILABILITY: FieldsOf<ProductView> = new Set(["optionAvailability"]);
const NOTHING_TO_CHOOSE: OptionAvailability = { options: [], variants: [] };

/** What buyers can choose of a product. */
export const availabilityOf = async (
  { id, optionAvailability: choices }: ProductSource,
  context: GraphqlContext,
): Promise<OptionAvailability> =>
  choices ??
  (await loadProduct(context, id, AVAILABILITY))?.optionAvailability ??
  NOTHING_TO_CHOOSE;
