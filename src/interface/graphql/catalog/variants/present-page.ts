import type { VariantWithPriceAndStock } from "../../../../application/catalog/ports/prices-and-stock.js";
import { mapPage, type Page } from "../../../../application/shared/page.js";
import type { TranslatedOption } from "../../../../domain/catalog/options/translated-option.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Requested } from "../../execution/requested-fields.js";
import { presentVariants, type VariantSource } from "./present-variants.js";

/** A page of variants with the values of the requested fields. */
export const presentPage = async (
  page: Page<VariantWithPriceAndStock>,
  requested: Requested,
  context: GraphqlContext,
  options?: readonly TranslatedOption[],
): Promise<Page<VariantSource>> => {
  const views = page.items.map(({ item }) => item);
  const variants = await presentVariants(views, requested, context, options);
  return mapPage(page, (_, index) => variants[index]);
};
