import "reflect-metadata";
import {
  isAbstractType,
  isInputObjectType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  GraphQLSchema,
} from "graphql";
import { buildSchema } from "type-graphql";
import { adminCatalogResolvers } from "./catalog/admin-resolvers.js";
import { catalogMutations } from "./catalog/mutations.js";
import { CollectionFieldsResolver } from "./catalog/collection-fields.js";
import { MediaResolver } from "./catalog/media-type.js";
import { ProductFieldsResolver } from "./catalog/product-fields.js";
import { shopCatalogResolvers } from "./catalog/shop-resolvers.js";
import { VariantFieldsResolver } from "./catalog/variant-fields.js";
import { ErrorCodesResolver } from "./error-codes-resolver.js";
import { answerDirectly } from "./field-resolver.js";
import { MoneyResolver } from "./money.js";
import { makeRefusalsPlaceable } from "./refusals.js";
import { describePolicies } from "./operation.js";
import { adminPricingResolvers, shopPricingResolvers } from "./pricing/pricing-resolvers.js";
import { USER_ERROR_TYPES } from "./user-errors.js";

const SHARED = [
  ErrorCodesResolver,
  MoneyResolver,
  MediaResolver,
  ProductFieldsResolver,
  VariantFieldsResolver,
  CollectionFieldsResolver,
] as const;

export const buildShopSchema = async (): Promise<GraphQLSchema> =>
  finished(
    withoutStaffFields(
      await buildSchema({
        resolvers: [...SHARED, ...shopCatalogResolvers, ...shopPricingResolvers],
        validate: true,
      }),
    ),
  );

export const buildAdminSchema = async (): Promise<GraphQLSchema> =>
  finished(
    await buildSchema({
      resolvers: [
        ...SHARED,
        ...adminCatalogResolvers,
        ...catalogMutations,
        ...adminPricingResolvers,
      ],
      orphanedTypes: Object.values(USER_ERROR_TYPES),
      validate: true,
    }),
  );

/** Both schemas as the text that is kept under `schema/`. */
export const printSchemas = async (): Promise<{
  readonly shop: string;
  readonly admin: string;
}> => ({
  shop: printed(await buildShopSchema()),
  admin: printed(await buildAdminSchema()),
});

const printed = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;

/** What staff see of types that the shop has too, with the types that only these fields speak of. */
const STAFF_ONLY = { Media: ["status", "problem"] } as const;
const STAFF_TYPES: ReadonlySet<string> = new Set(["MediaStatus", "MediaProblem"]);

// One class for both: a class of its own for staff would have to be repeated by everything that shows an image.
const withoutStaffFields = (schema: GraphQLSchema): GraphQLSchema => {
  for (const [name, fields] of Object.entries(STAFF_ONLY)) {
    const type = schema.getType(name);
    if (isObjectType(type)) for (const field of fields) delete type.getFields()[field];
  }
  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    types: config.types.filter(({ name }) => !STAFF_TYPES.has(name)),
  });
};

const ONE_OF = new Set([
  "ProductBy",
  "CollectionBy",
  "MetafieldDefinitionBy",
  "MarketBy",
  "PriceListBy",
]);

/** What type-graphql has no word for. */
const finished = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) type.isOneOf = ONE_OF.has(type.name);
    // The compiled executor does not wait, and type-graphql's function makes it wait.
    if (isAbstractType(type))
      type.resolveType = (value: { readonly __typename?: string }) => value.__typename;
    if (isObjectType(type) && type.name === "Query")
      type.description = "Everything that can be asked.";
    if (isObjectType(type) && type.name === "Mutation")
      type.description =
        "Everything that can be changed. Send the header `Idempotency-Key` along, and a mutation can be sent again without happening twice.";
  }
  describePolicies(schema);
  answerDirectly(schema);
  makeRefusalsPlaceable(schema);
  return schema;
};
