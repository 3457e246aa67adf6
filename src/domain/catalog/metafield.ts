import { Problems } from "../shared/domain-error.js";
import { text } from "../shared/text.js";
import { InvalidMetafield, TooMany } from "./errors.js";

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

/** Which custom field: a group and a name within it. */
export interface MetafieldName {
  readonly namespace: string;
  readonly key: string;
}

/** A typed custom field. The value is kept as text in the canonical form of its type. */
export interface Metafield extends MetafieldName {
  readonly type: MetafieldType;
  readonly value: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/;
const MAX_PER_OWNER = 250;
const MAX_VALUE = 65_535;
const MAX_TOGETHER = 1_000_000;
const DEEPEST_JSON = 32;

const FORMS: Readonly<
  Record<MetafieldType, { readonly holds: (value: string) => boolean; readonly form: string }>
> = {
  TEXT: { holds: (value) => !/[\r\n]/.test(value), form: "one line of text" },
  MULTILINE_TEXT: { holds: () => true, form: "text" },
  INTEGER: {
    holds: (value) => /^-?\d{1,16}$/.test(value) && Number.isSafeInteger(Number(value)),
    form: "a whole number between -(2^53 - 1) and 2^53 - 1",
  },
  DECIMAL: {
    holds: (value) => /^-?\d{1,18}(\.\d{1,9})?$/.test(value),
    form: "a decimal number with a point, such as 1.25",
  },
  BOOLEAN: { holds: (value) => value === "true" || value === "false", form: "true or false" },
  DATE: { holds: isDate, form: "a date such as 2026-11-22" },
  DATE_TIME: {
    holds: (value) =>
      isDate(value.slice(0, 10)) &&
      /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(value),
    form: "a time such as 2026-11-22T12:00:00Z",
  },
  URL: {
    holds: (value) => /^https?:\/\/[^\s/$.?#][^\s]*$/i.test(value),
    form: "an address that begins with https:// or http://",
  },
  JSON: { holds: isJson, form: "JSON, at most 32 levels deep and without a key called __proto__" },
};

/** Both parts in one: neither holds a dot, so no two names are written alike. */
export const fullName = ({ namespace, key }: MetafieldName): string => `${namespace}.${key}`;

/** Whether a text has the form of a namespace or a key. */
export const isMetafieldNamePart = (text: string): boolean => NAME.test(text);

/** Whether there can be a metafield of this name at all. */
export const isMetafieldName = ({ namespace, key }: MetafieldName): boolean =>
  isMetafieldNamePart(namespace) && isMetafieldNamePart(key);

/** @throws Refused with InvalidMetafield */
export const checkMetafieldName = (names: MetafieldName): void => {
  const problems = new Problems();
  for (const part of ["namespace", "key"] as const)
    if (!isMetafieldNamePart(names[part]))
      problems.add(
        new InvalidMetafield(
          `"${names[part]}" cannot name a metafield: use 2 to 64 letters, digits, hyphens and underscores.`,
          [part],
        ),
      );
  problems.throwIfAny();
};

/** @throws Refused with InvalidMetafield; InvalidMetafield, InvalidText */
export const metafield = ({ namespace, key, type, value }: Metafield): Metafield => {
  checkMetafieldName({ namespace, key });
  const clean = text(value, {
    what: `The metafield ${namespace}.${key}`,
    min: 1,
    max: MAX_VALUE,
    multiline: true,
  });
  const { holds, form } = FORMS[type];
  if (!holds(clean))
    throw new InvalidMetafield(
      `The metafield ${namespace}.${key} holds ${form}, not "${clean.slice(0, 60)}".`,
    );
  return { namespace, key, type, value: clean };
};

/** @throws Refused with InvalidMetafield (also when a name stands twice), InvalidText; TooMany */
export const metafields = (all: readonly Metafield[]): readonly Metafield[] => {
  if (all.length > MAX_PER_OWNER) throw new TooMany("metafields", all.length, MAX_PER_OWNER);
  const seen = new Set<string>();
  const problems = new Problems();
  const clean = all.flatMap(
    (field, index) => problems.attempt(() => checkedOnce(field, seen), String(index)) ?? [],
  );
  const size = clean.reduce((sum, { value }) => sum + value.length, 0);
  if (size > MAX_TOGETHER)
    problems.add(new TooMany("characters in all metafields together", size, MAX_TOGETHER));
  problems.throwIfAny();
  return clean;
};

function checkedOnce(field: Metafield, seen: Set<string>): Metafield {
  const name = fullName(field);
  if (seen.has(name)) throw new InvalidMetafield(`The metafield ${name} is given twice.`);
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
    return isHarmless(JSON.parse(value), 0);
  } catch {
    return false;
  }
}

/** Whoever reads it may go through it level by level, and put it into an object of their own. */
function isHarmless(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return (
    depth < DEEPEST_JSON &&
    Object.entries(value).every(
      ([key, inside]) => key !== "__proto__" && isHarmless(inside, depth + 1),
    )
  );
}
