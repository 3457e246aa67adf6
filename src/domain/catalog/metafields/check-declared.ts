import { deepEqual } from "../../shared/deep-equal.js";
import { Problems } from "../../shared/problems.js";
import { InvalidMetafield, MetafieldUndeclared } from "./errors.js";
import type { MetafieldDefinitionContent } from "./metafield-definition.js";
import { valuesOf } from "./metafield-form.js";
import { isChoiceType } from "./metafield-type.js";
import type { MetafieldOwner } from "./metafield-usage.js";
import { fullName, type Metafield } from "./metafield.js";

/** What a definition says about the values of its field. */
export type DeclaredMetafield = Pick<MetafieldDefinitionContent, "type" | "owners" | "choices">;

/**
 * Checks that every new or changed metafield has a definition of the same type, for this kind of
 * owner and with its choices.
 * @param declared what the definitions say, by full name
 * @throws Refused with MetafieldUndeclared, InvalidMetafield, each with the path of its metafield:
 * `metafields.0`
 */
export const checkDeclared = (
  before: readonly Metafield[],
  after: readonly Metafield[],
  declared: ReadonlyMap<string, DeclaredMetafield>,
  owner: MetafieldOwner = "PRODUCT",
): void => {
  const problems = new Problems();
  for (const field of changedMetafields(before, after)) {
    const path = ["metafields", String(after.indexOf(field))];
    const definition = declared.get(fullName(field));
    if (!definition) problems.add(new MetafieldUndeclared(fullName(field), path));
    else {
      const problem = problemOf(field, definition, owner);
      if (problem) problems.add(new InvalidMetafield(problem, path));
    }
  }
  problems.throwIfAny();
};

const problemOf = (
  field: Metafield,
  { type, owners, choices }: DeclaredMetafield,
  owner: MetafieldOwner,
): string | null => {
  const name = fullName(field);
  if (type !== field.type)
    return `The custom field ${name} has the type ${type}, not ${field.type}.`;
  if (!owners.includes(owner))
    return `The custom field ${name} is not for a ${owner}. Its definition names ${owners.join(", ")}.`;
  if (!isChoiceType(type)) return null;
  const possible = new Set(choices.map(({ value }) => value));
  const unknown = valuesOf(field).find((value) => !possible.has(value));
  return unknown === undefined
    ? null
    : `"${unknown.slice(0, 60)}" is not a choice of the custom field ${name}. Use one of its choices.`;
};

/** The metafields of `after` that are new or have another value or type. */
export const changedMetafields = (
  before: readonly Metafield[],
  after: readonly Metafield[],
): readonly Metafield[] => {
  if (before === after || after.length === 0) return [];
  const stored = new Map(before.map((field) => [fullName(field), field]));
  return after.filter((field) => !deepEqual(field, stored.get(fullName(field))));
};
