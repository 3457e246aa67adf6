import type { GraphQLResolveInfo } from "graphql";
import { matchingVariantsPage } from "../../../../application/catalog/reading/matching-variants-page.js";
import { mapPage, type PageArguments, pageRequest } from "../../../../application/shared/page.js";
import type { ProductId } from "../../../../domain/catalog/ids.js";
import { matchingVariantIndexes } from "../../../../domain/catalog/options/option-availability.js";
import { fieldsKey } from "../../execution/fields-key.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type ConnectionSource, EMPTY_PAGE } from "../../paging/connection-source.js";
import { presentConnection } from "../../paging/present-connection.js";
import type { ProductSource } from "../products/product-fields.js";
import { availabilityOf } from "./availability-of.js";
import { presentPage } from "./present-page.js";
import type { VariantSource } from "./present-variants.js";
import type { ProductVariantFilterInput } from "./product-variant-filter-input.js";
import { priceAndStockFields, variantFields } from "./variant-needs.js";
import { variantsByIds } from "./variants-by-ids.js";

/** A page of the variants of a product. */
export const productVariants = (
  product: ProductSource,
  args: PageArguments,
  filter: ProductVariantFilterInput | null,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<VariantSource>> =>
  // Where the availability of options was read, it already says which variants there are: these are
  // read with the chosen ones.
  filter || product.optionAvailability
    ? filteredVariants(product, args, filter ?? {}, info, context)
    : allVariants(product, args, info, context);

const allVariants = async (
  { id, options }: ProductSource,
  args: PageArguments,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<VariantSource>> => {
  const { api, app, batch, viewer } = context;
  const page = pageRequest(args);
  return presentConnection(info, batch, {
    read: async (nodes) => {
      const fields = variantFields(nodes);
      const priceAndStock = priceAndStockFields(nodes);
      const found =
        (await batch.load(
          ["variants", page, fieldsKey(fields), fieldsKey(priceAndStock)],
          id,
          (ids: readonly ProductId[]) =>
            app.catalog[api].variantsOfProducts({ ids, page, fields, priceAndStock }, viewer),
        )) ?? EMPTY_PAGE;
      return presentPage(found, nodes, context, options);
    },
    count: async () =>
      (await batch.load(["count variants"], id, (ids: readonly ProductId[]) =>
        app.catalog[api].countVariants(ids, viewer),
      )) ?? 0,
  });
};

/**
 * The variants that fit the filter; they are read together with all others that are requested in
 * the same tick.
 */
const filteredVariants = async (
  product: ProductSource,
  args: PageArguments,
  { options: chosen, available }: ProductVariantFilterInput,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<VariantSource>> => {
  const request = pageRequest(args);
  const availability = await availabilityOf(product, context);
  const filter = { chosen: chosen ?? undefined, available: available ?? undefined };
  const page = matchingVariantsPage(availability, filter, request);
  return presentConnection(info, context.batch, {
    read: async (nodes) => {
      const ids = page.items.map(({ item }) => item);
      const variants = await variantsByIds(ids, availability, nodes, context);
      return mapPage(page, (id) => variants.get(id));
    },
    count: async () => matchingVariantIndexes(availability, filter).length,
  });
};
