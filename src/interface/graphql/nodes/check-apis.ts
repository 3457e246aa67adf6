import { checkContexts } from "../../../application/shared/check-contexts.js";
import { checkUnique } from "../../../application/shared/check-unique.js";
import { SHARED_PREFIXES } from "../../../domain/shared/ids.js";
import { errorCodesOf } from "../errors/error-codes-of.js";
import { userErrorTypesOf } from "../errors/user-error-types.js";
import type { ContextApi } from "./context-api.js";

/**
 * Refuses contexts that would shadow each other, or leave an operation without a policy.
 * @throws Error as checkContexts does, when two declare the same error code or find the same kind of
 * thing, when a code names a user error that does not exist, or when one finds things by a prefix of ids that no context has
 */
export const checkApis = (apis: readonly ContextApi[]): void => {
  const contexts = apis.map(({ context }) => context);
  checkContexts(contexts);
  const types = userErrorTypesOf(apis);
  for (const [code, { userError }] of Object.entries(errorCodesOf(apis)))
    if (userError !== undefined && !Object.hasOwn(types, userError))
      throw new Error(`The code ${code} names the user error ${userError}, which does not exist.`);
  const found = apis.map(({ context, nodes = {} }) => [context.name, Object.keys(nodes)] as const);
  checkUnique("kind of node", found);
  const prefixes = new Set<string>([
    ...SHARED_PREFIXES,
    ...contexts.flatMap(({ idPrefixes = [] }) => idPrefixes),
  ]);
  for (const [context, kinds] of found)
    for (const kind of kinds)
      if (!prefixes.has(kind))
        throw new Error(
          `The context ${context} finds nodes by the prefix "${kind}", which no context declares.`,
        );
};
