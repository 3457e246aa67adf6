import { Problems } from "../shared/domain-error.js";
import { same } from "../shared/same.js";
import { InvalidMetafield, MetafieldUndeclared } from "./errors.js";
import { fullName, type Metafield, type MetafieldType } from "./metafield.js";

/** The metafields that an edit brings in: new ones, and those with another value. */
export const broughtIn = (
  before: readonly Metafield[],
  after: readonly Metafield[],
): readonly Metafield[] => {
  if (before === after || after.length === 0) return [];
  const known = new Map(before.map((field) => [fullName(field), field]));
  return after.filter((field) => !same(field, known.get(fullName(field))));
};

/**
 * Whatever an edit brings in has been declared, with this very type.
 * @param declared the declared types by full name
 * @throws Refused with MetafieldUndeclared, InvalidMetafield, each at its place among all metafields of the product
 */
export const checkDeclared = (
  before: readonly Metafield[],
  after: readonly Metafield[],
  declared: ReadonlyMap<string, MetafieldType>,
): void => {
  const problems = new Problems();
  for (const field of broughtIn(before, after)) {
    const place = ["metafields", String(after.indexOf(field))];
    const type = declared.get(fullName(field));
    if (type === undefined) problems.add(new MetafieldUndeclared(fullName(field), place));
    else if (type !== field.type)
      problems.add(
        new InvalidMetafield(
          `The metafield ${fullName(field)} is declared as ${type}, not as ${field.type}.`,
          place,
        ),
      );
  }
  problems.throwIfAny();
};
