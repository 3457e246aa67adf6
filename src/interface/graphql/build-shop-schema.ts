import { getNamedType, GraphQLSchema, isObjectType } from "graphql";
import { APIS } from "./apis.js";
import { buildSchema } from "./build-schema.js";
import { noteTags } from "./caching/note-tags.js";
import type { ContextApi } from "./nodes/context-api.js";
import { checkAudiences } from "./schema/answer-for.js";
import { isStaffOnly } from "./schema/staff-only.js";

const built = new WeakMap<readonly ContextApi[], GraphQLSchema>();

/**
 * The schema of the shop API, built once a process for each list of contexts.
 * @throws Error when a query does not say whose answer it is
 */
export const buildShopSchema = async (
  apis: readonly ContextApi[] = APIS,
): Promise<GraphQLSchema> => {
  const known = built.get(apis);
  if (known) return known;
  const schema = withoutStaffFields(buildSchema("shop", apis));
  checkAudiences(schema);
  noteTags(schema);
  built.set(apis, schema);
  return schema;
};

/**
 * Leaves out the fields that only staff see, and types that only these fields have. One class serves
 * both APIs: with two classes, every type with such a type would exist twice.
 */
const withoutStaffFields = (schema: GraphQLSchema): GraphQLSchema => {
  const left = new Set<string>();
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type))
      for (const field of Object.values(type.getFields()).filter(isStaffOnly)) {
        delete type.getFields()[field.name];
        left.add(getNamedType(field.type).name);
      }
  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    types: config.types.filter(({ name }) => !left.has(name)),
  });
};
