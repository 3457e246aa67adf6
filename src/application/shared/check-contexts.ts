import { SHARED_PREFIXES } from "../../domain/shared/ids.js";
import { checkUnique } from "./check-unique.js";
import type { Context } from "./context.js";
import type { Policy } from "./viewer.js";
import { SHARED_WARNINGS } from "./warning.js";
import { policiesOf } from "./wired.js";

const PREFIX = /^[a-z]{1,16}$/;
const PERMISSION = /^[a-z-]+:[a-z-]+$/;

/**
 * The policy of each operation of the contexts, by its full name: `catalog.productUpdate`.
 * @throws Error when an operation has no policy
 */
export const policiesOfContexts = (contexts: readonly Context[]): ReadonlyMap<string, Policy> =>
  new Map(contexts.flatMap(({ name, operations }) => [...policiesOf(operations, name)]));

/**
 * Refuses contexts that would shadow each other, or leave an operation without a policy.
 * @throws Error when two contexts declare the same name, permission, prefix of ids or warning, when
 * one of these is malformed, when an operation has no policy, or when a policy names a permission
 * that no context declares
 */
export const checkContexts = (contexts: readonly Context[]): void => {
  const declared = (kind: string, namesOf: (context: Context) => readonly string[]) => {
    const declarations = contexts.map((context) => [context.name, namesOf(context)] as const);
    return { kind, declarations };
  };
  const names = declared("context", ({ name }) => [name]);
  const permissions = declared("permission", ({ permissions = [] }) => permissions);
  const prefixes = declared("prefix of ids", ({ idPrefixes = [] }) => idPrefixes);
  const warnings = declared("warning", ({ warnings = {} }) => Object.keys(warnings));
  for (const { kind, declarations } of [names, permissions]) checkUnique(kind, declarations);
  checkUnique(prefixes.kind, [["shared", SHARED_PREFIXES], ...prefixes.declarations]);
  checkUnique(warnings.kind, [["shared", Object.keys(SHARED_WARNINGS)], ...warnings.declarations]);
  checkForm(prefixes.declarations, PREFIX, "at most 16 lower-case letters");
  checkForm(permissions.declarations, PERMISSION, "two words with a colon between them");
  checkPolicies(contexts);
};

const checkForm = (
  declarations: readonly (readonly [string, readonly string[]])[],
  form: RegExp,
  description: string,
): void => {
  for (const [context, names] of declarations)
    for (const name of names)
      if (!form.test(name))
        throw new Error(`"${name}" of the context ${context} is malformed: use ${description}.`);
};

const checkPolicies = (contexts: readonly Context[]): void => {
  const known = new Set<string>(contexts.flatMap(({ permissions = [] }) => permissions));
  for (const [operation, policy] of policiesOfContexts(contexts))
    if (policy.allows === "holders" && !known.has(policy.permission))
      throw new Error(
        `The operation ${operation} needs the permission ${policy.permission}, which no context declares.`,
      );
};
