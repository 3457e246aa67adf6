import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";
import { InvalidMetafield } from "./errors.js";

export const METAFIELD_TYPES = [
  "TEXT",
  "MULTILINE_TEXT",
  "INTEGER",
  "DECIMAL",
  "BOOLEAN",
  "DATE",
  "DATE_TIME",
  "URL",
  "JSON",
] as const;
export type MetafieldType = (typeof METAFIELD_TYPES)[number];

/** The name of a custom field. */
export interface MetafieldName {
  readonly namespace: string;
  readonly key: string;
}

/** A custom field of a product. The value is text in the form of its type. */
export interface Metafield extends MetafieldName {
  readonly type: MetafieldType;
  readonly value: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/;
const MAX_PER_OWNER = 250;
const MAX_VALUE = 65_535;
const MAX_TOTAL = 1_000_000;
const MAX_JSON_DEPTH = 32;

const FORMS: Readonly<
  Record<MetafieldType, { readonly isValid: (value: string) => boolean; readonly form: string }>
> = {
  TEXT: { isValid: (value) => !/[\r\n]/.test(value), form: "one line of text" },
  MULTILINE_TEXT: { isValid: () => true, form: "text" },
  INTEGER: {
    isValid: (value) => /^-?\d{1,16}$/.test(value) && Number.isSafeInteger(Number(value)),
    form: "a whole number between -(2^53 - 1) and 2^53 - 1",
  },
  DECIMAL: {
    isValid: (value) => /^-?\d{1,18}(\.\d{1,9})?$/.test(value),
    form: "a decimal number with a point, such as 1.25",
  },
  BOOLEAN: { isValid: (value) => value === "true" || value === "false", form: "true or false" },
  DATE: { isValid: isDate, form: "a date such as 2026-11-22" },
  DATE_TIME: {
    isValid: (value) =>
      isDate(value.slice(0, 10)) &&
      /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(value),
    form: "a time such as 2026-11-22T12:00:00Z",
  },
  URL: {
    isValid: (value) => /^https?:\/\/[^\s/$.?#][^\s]*$/i.test(value),
    form: "a URL that starts with https:// or http://",
  },
  JSON: {
    isValid: isJson,
    form: "JSON, at most 32 levels deep and without a key called __proto__",
  },
};

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
  const { isValid, form } = FORMS[type];
  if (!isValid(clean))
    throw new InvalidMetafield(
      `"${clean.slice(0, 60)}" is not a valid value of the custom field ${namespace}.${key}. Use ${form}.`,
    );
  return { namespace, key, type, value: clean };
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

function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}

function isJson(value: string): boolean {
  try {
    return isSafeJson(JSON.parse(value), 0);
  } catch {
    return false;
  }
}

// Readers may walk through the value recursively, and copy its keys into objects of their own.
function isSafeJson(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return (
    depth < MAX_JSON_DEPTH &&
    Object.entries(value).every(
      ([key, inside]) => key !== "__proto__" && isSafeJson(inside, depth + 1),
    )
  );
}
