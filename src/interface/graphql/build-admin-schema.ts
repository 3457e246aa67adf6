import type { GraphQLSchema } from "graphql";
import "reflect-metadata";
import { buildSchema } from "type-graphql";
import { USER_ERROR_TYPES } from "./errors/user-error-types.js";
import { finishSchema } from "./finish-schema.js";
import { resolversOf } from "./resolvers-of.js";

let built: Promise<GraphQLSchema> | undefined;

/** The schema of the admin API, built once a process. */
export const buildAdminSchema = (): Promise<GraphQLSchema> => (built ??= newSchema());

const newSchema = async (): Promise<GraphQLSchema> =>
  finishSchema(
    await buildSchema({
      resolvers: resolversOf("admin", "Any object with an id. Null when it does not exist."),
      orphanedTypes: Object.values(USER_ERROR_TYPES),
      validate: true,
    }),
  );
