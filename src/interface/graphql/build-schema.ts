import type { GraphQLSchema } from "graphql";
import "reflect-metadata";
import { buildSchemaSync } from "type-graphql";
import { policiesOfContexts } from "../../application/shared/check-contexts.js";
import { SHARED_WARNINGS, type WarningMeanings } from "../../application/shared/warning.js";
import { errorCodeEnum } from "./errors/error-code-enum.js";
import { errorCodesOf } from "./errors/error-codes-of.js";
import { userErrorTypesOf } from "./errors/user-error-types.js";
import { finishSchema } from "./finish-schema.js";
import { warningCodeEnum } from "./mutation/warning-type.js";
import { checkApis } from "./nodes/check-apis.js";
import type { ContextApi } from "./nodes/context-api.js";
import { resolversOf } from "./resolvers-of.js";
import type { Api } from "./schema/api.js";
import { SCHEMA_DESCRIPTIONS } from "./schema/schema-description.js";

const NODE: Readonly<Record<Api, string>> = {
  shop: "Any object with an id. Null when it does not exist or is not shown in the shop.",
  admin: "Any object with an id. Null when it does not exist.",
};

/**
 * The schema of one API with these contexts.
 * @throws Error as checkApis does, and when a field of a root type has no policy
 */
export const buildSchema = (api: Api, contexts: readonly ContextApi[]): GraphQLSchema => {
  checkApis(contexts);
  setEnumValues(contexts);
  const schema = buildSchemaSync({
    resolvers: resolversOf(api, contexts, NODE[api]),
    orphanedTypes: Object.values(userErrorTypesOf(contexts)),
    validate: true,
    // An introspection of each schema, a tenth of a start: the tests of the printed schema check it.
    skipCheck: true,
  });
  schema.description = SCHEMA_DESCRIPTIONS[api];
  return finishSchema(schema, policiesOfContexts(contexts.map(({ context }) => context)));
};

/** Right before a schema is built, so that no other build comes in between. */
const setEnumValues = (contexts: readonly ContextApi[]): void => {
  errorCodeEnum.setValues(
    Object.fromEntries(
      Object.entries(errorCodesOf(contexts)).map(([code, { meaning }]) => [code, meaning]),
    ),
  );
  const warnings: WarningMeanings = Object.assign(
    {},
    SHARED_WARNINGS,
    ...contexts.map(({ context }) => context.warnings),
  );
  warningCodeEnum.setValues(warnings);
};
