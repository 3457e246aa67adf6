import type { GraphQLResolveInfo } from "graphql";
import { mapPage, pageRequest, type PageArguments } from "../../../application/shared/page.js";
import { connectionSource, EMPTY_PAGE, type ConnectionSource } from "../connection.js";
import type { GraphqlContext } from "../context.js";
import { requestedFields } from "../requested-fields.js";
import type { CollectionSource } from "./collection-fields.js";
import type { ProductVariantFilterInput } from "./choices/choice-inputs.js";
import { chosenVariantsOf } from "./choices/choose.js";
import {
  collectionFields,
  mediaFields,
  nodesOf,
  offerFields,
  productFields,
  variantFields,
  wantsPage,
} from "./fields-of.js";
import type { MediaSource } from "./media-type.js";
import type { ProductSource } from "./product-fields.js";
import { shownVariants, type VariantSource } from "./shown-variants.js";

export const variantsOf = (
  product: ProductSource,
  args: PageArguments,
  filter: ProductVariantFilterInput | null,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<VariantSource>> =>
  // Where somebody chooses, it is known already which variants there are: they are read together with the chosen ones.
  filter || product.choices
    ? chosenVariantsOf(product, args, filter ?? {}, info, context)
    : allVariantsOf(product, args, info, context);

const allVariantsOf = async (
  { id, options }: ProductSource,
  args: PageArguments,
  info: GraphQLResolveInfo,
  { loaders }: GraphqlContext,
): Promise<ConnectionSource<VariantSource>> => {
  const requested = requestedFields(info);
  const [request, fields] = [pageRequest(args), nodesOf(requested)];
  const page = wantsPage(requested)
    ? await loaders.catalog.variantsOf(id, request, variantFields(fields), offerFields(fields))
    : EMPTY_PAGE;
  const variants = await shownVariants(
    page.items.map(({ item }) => item),
    fields,
    loaders.catalog,
    options,
  );
  return connectionSource(
    mapPage(page, (_, at) => variants[at]),
    () => loaders.catalog.countVariants(id),
  );
};

export const mediaOf = async (
  { id }: ProductSource,
  args: PageArguments,
  info: GraphQLResolveInfo,
  { loaders }: GraphqlContext,
): Promise<ConnectionSource<MediaSource>> => {
  const requested = requestedFields(info);
  const request = pageRequest(args);
  const page = wantsPage(requested)
    ? await loaders.catalog.mediaOf(id, request, mediaFields(nodesOf(requested)))
    : EMPTY_PAGE;
  return connectionSource(page, () => loaders.catalog.countMedia(id));
};

export const collectionsOf = async (
  { id }: ProductSource,
  args: PageArguments,
  info: GraphQLResolveInfo,
  { loaders }: GraphqlContext,
): Promise<ConnectionSource<CollectionSource>> => {
  const requested = requestedFields(info);
  const request = pageRequest(args);
  const page = wantsPage(requested)
    ? await loaders.catalog.collectionsOf(id, request, collectionFields(nodesOf(requested)))
    : EMPTY_PAGE;
  return connectionSource(page, () => loaders.catalog.countCollectionsOf(id));
};

export const productsOf = async (
  { id, sortOrder = "MANUAL" }: CollectionSource,
  args: PageArguments,
  info: GraphQLResolveInfo,
  { loaders }: GraphqlContext,
): Promise<ConnectionSource<ProductSource>> => {
  const requested = requestedFields(info);
  const request = pageRequest(args);
  const page = wantsPage(requested)
    ? await loaders.catalog.productsOf(id, request, productFields(nodesOf(requested)), sortOrder)
    : EMPTY_PAGE;
  return connectionSource(page, () => loaders.catalog.countProductsOf(id));
};

export const productOf = async (
  { productId }: VariantSource,
  info: GraphQLResolveInfo,
  { loaders }: GraphqlContext,
): Promise<ProductSource | null> =>
  productId ? loaders.catalog.product(productId, productFields(requestedFields(info))) : null;

export const imageOf = async (
  { mediaId }: VariantSource,
  info: GraphQLResolveInfo,
  { loaders }: GraphqlContext,
): Promise<MediaSource | null> =>
  mediaId ? loaders.catalog.media(mediaId, mediaFields(requestedFields(info))) : null;
