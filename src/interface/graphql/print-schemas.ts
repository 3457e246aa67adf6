import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildAdminSchema } from "./build-admin-schema.js";
import { buildShopSchema } from "./build-shop-schema.js";

/** Both schemas as the text of the files under `schema/`. */
export const printSchemas = async (): Promise<{
  readonly shop: string;
  readonly admin: string;
}> => ({
  shop: printed(await buildShopSchema()),
  admin: printed(await buildAdminSchema()),
});

const printed = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
