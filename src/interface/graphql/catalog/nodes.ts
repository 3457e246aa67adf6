import type { GraphQLResolveInfo } from "graphql";
import { kindOf, type IdKinds } from "../../../application/shared/ids.js";
import type { WorkId } from "../../../application/shared/schedule.js";
import { TooMany } from "../../../domain/catalog/errors.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../context.js";
import { placeable } from "../refusals.js";
import { requestedFields, type Requested } from "../requested-fields.js";
import {
  collectionFields,
  mediaFields,
  metafieldDefinitionFields,
  productFields,
  variantFields,
} from "./fields-of.js";
import { InvalidId } from "./lookups.js";
import { shownScheduledPrice } from "./offers/scheduled-price-types.js";
import { marketsOf } from "../pricing/market-resolvers.js";
import { shownVariants } from "./shown-variants.js";

export const variantBy = async (
  id: VariantId,
  requested: Requested,
  { loaders }: GraphqlContext,
): Promise<object | null> => {
  const view = await loaders.catalog.variant(id, variantFields(requested));
  const [variant = null] = view ? await shownVariants([view], requested, loaders.catalog) : [];
  return variant;
};

const scheduledPriceBy = async (
  id: WorkId,
  _requested: Requested,
  { loaders }: GraphqlContext,
): Promise<object | null> => {
  const view = await loaders.staff.scheduledPrice(id);
  return view && shownScheduledPrice(view);
};

/** How each kind of entity is found, and what GraphQL calls it. */
const ENTITIES: {
  readonly [Kind in keyof IdKinds]: {
    readonly __typename: string;
    readonly find: (
      id: IdKinds[Kind],
      requested: Requested,
      context: GraphqlContext,
    ) => Promise<object | null>;
  };
} = {
  product: {
    __typename: "Product",
    find: (id, requested, { loaders }) => loaders.catalog.product(id, productFields(requested)),
  },
  variant: { __typename: "Variant", find: variantBy },
  media: {
    __typename: "Media",
    find: (id, requested, { loaders }) => loaders.catalog.media(id, mediaFields(requested)),
  },
  collection: {
    __typename: "Collection",
    find: (id, requested, { loaders }) =>
      loaders.catalog.collection(id, collectionFields(requested)),
  },
  work: { __typename: "ScheduledPrice", find: scheduledPriceBy },
  market: {
    __typename: "Market",
    find: async (id, _requested, context) =>
      (await marketsOf(context)).find((market) => market.id === id) ?? null,
  },
  pricelist: {
    __typename: "PriceList",
    find: async (id, _requested, { loaders }) => loaders.staff.priceList(id),
  },
  metafield: {
    __typename: "MetafieldDefinition",
    find: (id, requested, { loaders }) =>
      loaders.staff.metafieldDefinition(id, metafieldDefinitionFields(requested)),
  },
};

/** @throws InvalidId */
export const nodeBy = async (
  raw: string,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<object | null> => {
  const kind = kindOf(raw);
  if (kind === null) throw new InvalidId(raw, "anything");
  const { __typename, find } = ENTITIES[kind] as (typeof ENTITIES)["product"];
  // The shop does not know every kind of thing that staff work with.
  if (!info.schema.getType(__typename)) return null;
  const found = await find(raw as IdKinds["product"], requestedFields(info, __typename), context);
  // Above it and not a copy of it: much of it is worked out only when it is asked for.
  return found && Object.assign(Object.create(found) as object, { __typename });
};

const MOST_NODES = 100;

/**
 * What cannot be found stands as an error in its place: of a promise that fails within a list, the compiled executor leaves a hole.
 * @throws TooMany
 */
export const nodesBy = async (
  ids: readonly string[],
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<(object | null)[]> => {
  if (ids.length > MOST_NODES) throw new TooMany("ids", ids.length, MOST_NODES);
  return Promise.all(ids.map((id) => nodeBy(id, info, context).catch(placeable)));
};
