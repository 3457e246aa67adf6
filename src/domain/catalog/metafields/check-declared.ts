import { deepEqual } from "../../shared/deep-equal.js";
import { Problems } from "../../shared/problems.js";
import { InvalidMetafield, MetafieldUndeclared } from "./errors.js";
import { fullName, type Metafield, type MetafieldType } from "./metafield.js";

/**
 * Checks that every new or changed metafield has a definition of the same type.
 * @param declaredTypes the types of the definitions, by full name
 * @throws Refused with MetafieldUndeclared, InvalidMetafield, each with the path of its metafield:
 * `metafields.0`
 */
export const checkDeclared = (
  before: readonly Metafield[],
  after: readonly Metafield[],
  declaredTypes: ReadonlyMap<string, MetafieldType>,
): void => {
  const problems = new Problems();
  for (const field of changedMetafields(before, after)) {
    const path = ["metafields", String(after.indexOf(field))];
    const type = declaredTypes.get(fullName(field));
    if (type === undefined) problems.add(new MetafieldUndeclared(fullName(field), path));
    else if (type !== field.type)
      problems.add(
        new InvalidMetafield(
          `The custom field ${fullName(field)} has the type ${type}, not ${field.type}.`,
          path,
        ),
      );
  }
  problems.throwIfAny();
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
