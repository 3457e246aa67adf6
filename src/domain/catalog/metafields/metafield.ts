import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";
import { InvalidMetafield } from "./errors.js";
import { formOf } from "./metafield-form.js";
import type { MetafieldType } from "./metafield-type.js";

/** The name of a custom field. */
export interface MetafieldName {
  readonly namespace: string;
  readonly key: string;
}

/** A custom field with its value: text in the form of its type, of a list a JSON array of texts. */
export interface Metafield extends MetafieldName {
  readonly type: MetafieldType;
  readonly value: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/;
const MAX_PER_OWNER = 250;
const MAX_VALUE = 65_535;
const MAX_TOTAL = 1_000_000;

/** Namespace and key in one text. Neither contains a dot, so that the full name is unique. */
export const fullName = ({ namespace, key }: MetafieldName): string => `${namespace}.${key}`;

/** Whether a text is a valid namespace or key. */
export const isMetafieldNamePart = (text: string): boolean => NAME.test(text);

/** Whether a text is namespace and key of a metafield. */
export const isFullName = (text: string): boolean => {
  const parts = text.split(".");
  return parts.length === 2 && parts.every(isMetafieldNamePart);
};

/** Whether a metafield can have this name. */
export const isMetafieldName = ({ namespace, key }: MetafieldName): boolean =>
  isMetafieldNamePart(namespace) && isMetafieldNamePart(key);

/** @throws Refused with InvalidMetafield */
export const checkMetafieldName = (names: MetafieldName): void => {
  const problems = new Problems();
  for (const part of ["namespace", "key"] as const)
    if (!isMetafieldNamePart(names[part]))
      problems.add(
        new InvalidMetafield(
          `"${names[part]}" is not a valid ${part}. Use 2 to 64 letters, digits, hyphens and underscores.`,
          [part],
        ),
      );
  problems.throwIfAny();
};

/**
 * A metafield in its stored form.
 * @throws Refused with InvalidMetafield; InvalidMetafield, InvalidText
 */
export const metafield = ({ namespace, key, type, value }: Metafield): Metafield => {
  checkMetafieldName({ namespace, key });
  const clean = text(value, {
    what: `The custom field ${namespace}.${key}`,
    min: 1,
    max: MAX_VALUE,
    multiline: true,
  });
  const { stored, form } = formOf(type);
  const valid = stored(clean);
  if (valid === null)
    throw new InvalidMetafield(
      `"${clean.slice(0, 60)}" is not a valid value of the custom field ${namespace}.${key}. Use ${form}.`,
    );
  return { namespace, key, type, value: valid };
};

/**
 * Metafields in their stored form.
 * @throws Refused with InvalidMetafield (also if a name is given twice), InvalidText; TooMany
 */
export const metafields = (all: readonly Metafield[]): readonly Metafield[] => {
  if (all.length > MAX_PER_OWNER) throw new TooMany("metafields", all.length, MAX_PER_OWNER);
  const seen = new Set<string>();
  const problems = new Problems();
  const clean = all.flatMap(
    (field, index) => problems.collect(() => uniqueMetafield(field, seen), String(index)) ?? [],
  );
  const size = clean.reduce((sum, { value }) => sum + value.length, 0);
  if (size > MAX_TOTAL)
    problems.add(new TooMany("characters in all metafields together", size, MAX_TOTAL));
  problems.throwIfAny();
  return clean;
};

function uniqueMetafield(field: Metafield, seen: Set<string>): Metafield {
  const name = fullName(field);
  if (seen.has(name))
    throw new InvalidMetafield(`The custom field ${name} is given twice. Name it once.`);
  seen.add(name);
  return metafield(field);
}
