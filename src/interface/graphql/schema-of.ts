import type { GraphQLSchema } from "graphql";
import { buildAdminSchema } from "./build-admin-schema.js";
import { buildShopSchema } from "./build-shop-schema.js";
import type { Api } from "./schema/api.js";

/** The schema of one of the two APIs. */
export const schemaOf = (api: Api): Promise<GraphQLSchema> =>
  api === "shop" ? buildShopSchema() : buildAdminSchema();
