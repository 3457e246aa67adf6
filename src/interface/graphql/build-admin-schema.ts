import type { GraphQLSchema } from "graphql";
import "reflect-metadata";
import { buildSchema } from "type-graphql";
import { USER_ERROR_TYPES } from "./errors/user-error-types.js";
import { finishSchema } from "./finish-schema.js";
import { resolversOf } from "./resolvers-of.js";

export const buildAdminSchema = async (): Promise<GraphQLSchema> =>
  finishSchema(
    await buildSchema({
      resolvers: resolversOf("admin", "Any object with an id. Null when it does not exist."),
      orphanedTypes: Object.values(USER_ERROR_TYPES),
      validate: true,
    }),
  );
