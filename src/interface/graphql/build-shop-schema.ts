import { GraphQLSchema, isObjectType } from "graphql";
import { APIS } from "./apis.js";
import { buildSchema } from "./build-schema.js";
import type { ContextApi } from "./nodes/context-api.js";

const built = new WeakMap<readonly ContextApi[], GraphQLSchema>();

/** The schema of the shop API, built once a process for each list of contexts. */
export const buildShopSchema = async (
  apis: readonly ContextApi[] = APIS,
): Promise<GraphQLSchema> => {
  const schema = built.get(apis) ?? withoutStaffFields(buildSchema("shop", apis));
  built.set(apis, schema);
  return schema;
};

/** The fields that only staff see, of types that both APIs have, with the types of these fields. */
const STAFF_ONLY = { Media: ["status", "problem"] } as const;
const STAFF_TYPES: ReadonlySet<string> = new Set(["MediaStatus", "MediaProblem"]);

// One class serves both APIs: with two classes, every type with an image would exist twice.
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
