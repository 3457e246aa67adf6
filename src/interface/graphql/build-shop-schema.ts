import { GraphQLSchema, isObjectType } from "graphql";
import "reflect-metadata";
import { buildSchema } from "type-graphql";
import { finishSchema } from "./finish-schema.js";
import { resolversOf } from "./resolvers-of.js";

let built: Promise<GraphQLSchema> | undefined;

/** The schema of the shop API, built once a process. */
export const buildShopSchema = (): Promise<GraphQLSchema> => (built ??= newSchema());

const newSchema = async (): Promise<GraphQLSchema> =>
  finishSchema(
    withoutStaffFields(
      await buildSchema({
        resolvers: resolversOf(
          "shop",
          "Any object with an id. Null when it does not exist or is not shown in the shop.",
        ),
        validate: true,
      }),
    ),
  );

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
