import type { GraphQLSchema } from "graphql";
import { APIS } from "./apis.js";
import { buildSchema } from "./build-schema.js";
import type { ContextApi } from "./nodes/context-api.js";

const built = new WeakMap<readonly ContextApi[], GraphQLSchema>();

/** The schema of the admin API, built once a process for each list of contexts. */
export const buildAdminSchema = async (
  apis: readonly ContextApi[] = APIS,
): Promise<GraphQLSchema> => {
  const schema = built.get(apis) ?? buildSchema("admin", apis);
  built.set(apis, schema);
  return schema;
};
