import { InvalidMetafield } from "../../../domain/catalog/metafields/errors.js";
import {
  fullName,
  type Metafield,
  type MetafieldName,
} from "../../../domain/catalog/metafields/metafield.js";
import type { Problems } from "../../../domain/shared/problems.js";

/** Metafields with others set: in their place where they are stored already, else at the end. */
export const withMetafields = (
  before: readonly Metafield[],
  set: readonly Metafield[],
): readonly Metafield[] => {
  const names = new Set(set.map(fullName));
  const unchanged = before.filter((field) => !names.has(fullName(field)));
  const order = new Map(
    [...before, ...set]
      .map(fullName)
      .toReversed()
      .map((name, index) => [name, -index]),
  );
  const indexOf = (field: Metafield): number => order.get(fullName(field)) ?? 0;
  return [...unchanged, ...set].toSorted((a, b) => indexOf(a) - indexOf(b));
};

/** Metafields without some of them; those that are not there are ignored. */
export const withoutMetafields = (
  before: readonly Metafield[],
  names: readonly MetafieldName[],
): readonly Metafield[] => {
  const toRemove = new Set(names.map(fullName));
  return before.some((field) => toRemove.has(fullName(field)))
    ? before.filter((field) => !toRemove.has(fullName(field)))
    : before;
};

/** @param problems receives InvalidMetafield for each field that is given again */
export const addDuplicates = (fields: readonly MetafieldName[], problems: Problems): void => {
  const seen = new Set<string>();
  for (const [index, name] of fields.map(fullName).entries()) {
    if (seen.has(name))
      problems.add(
        new InvalidMetafield(`The metafield ${name} is given twice: name it once.`, [
          "metafields",
          String(index),
        ]),
      );
    seen.add(name);
  }
};

/**
 * The path of an error in the input of fields that were set. @param path of the error in `all`:
 * `metafields.3.value`
 */
export const pathInInput = (
  set: readonly Metafield[],
  all: readonly Metafield[],
  [index = "", ...rest]: readonly string[],
): readonly string[] => {
  const field = all[Number(index)];
  if (index === "" || !field) return ["metafields", ...rest];
  return ["metafields", String(set.findIndex((one) => fullName(one) === fullName(field))), ...rest];
};
