import { InvalidText, text } from "../../shared/text.js";
import {
  isListType,
  itemTypeOf,
  type ItemType,
  type MetafieldType,
  type ReferencedKind,
} from "./metafield-type.js";

/** The form of the values of a type. */
export interface MetafieldForm {
  /** A value as it is stored; null when it does not have the form. */
  readonly stored: (value: string) => string | null;
  /** In an advice: "Use …". */
  readonly form: string;
}

/** How many values a list may have. */
export const MAX_LIST = 100;
const REFERENCE = /^[a-z]{1,16}_[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const MAX_JSON_DEPTH = 32;

interface ItemForm {
  readonly isValid: (value: string) => boolean;
  /** In an advice: "Use …". */
  readonly form: string;
}

const reference = (kind: ReferencedKind): ItemForm => ({
  isValid: (value) => value.startsWith(`${kind}_`) && REFERENCE.test(value),
  form: `the id of a ${kind}, such as ${kind}_01kadq0h8efr4tmr9bk39h1y0c`,
});

const oneLine: ItemForm = {
  isValid: (value) => !/[\r\n]/.test(value),
  form: "one line of text",
};

const ITEM_FORMS: Readonly<Record<ItemType, ItemForm>> = {
  TEXT: oneLine,
  CHOICE: oneLine,
  PRODUCT: reference("product"),
  VARIANT: reference("variant"),
  COLLECTION: reference("collection"),
  MEDIA: reference("media"),
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

export const formOf = (type: MetafieldType): MetafieldForm => {
  const { isValid, form } = ITEM_FORMS[itemTypeOf(type)];
  return isListType(type)
    ? {
        stored: (value) => storedList(value, isValid),
        form: `a JSON array of 1 to ${MAX_LIST} different texts, each ${form}`,
      }
    : { stored: (value) => (isValid(value) ? value : null), form };
};

/** The values of a metafield: those of a list, otherwise the only one. */
export const valuesOf = ({
  type,
  value,
}: {
  readonly type: MetafieldType;
  readonly value: string;
}): readonly string[] => (isListType(type) ? (parsedList(value) ?? []) : [value]);

function storedList(value: string, isValid: ItemForm["isValid"]): string | null {
  const items = parsedList(value)?.map(cleanItem) ?? [];
  return items.length > 0 &&
    items.length <= MAX_LIST &&
    new Set(items).size === items.length &&
    items.every((item) => item !== null && isValid(item))
    ? JSON.stringify(items)
    : null;
}

/** As texts are stored: JSON may hide characters in escapes that no text may hold. */
function cleanItem(item: string): string | null {
  try {
    return text(item, { what: "A value", min: 1, max: Number.POSITIVE_INFINITY });
  } catch (error) {
    if (error instanceof InvalidText) return null;
    throw error;
  }
}

function parsedList(value: string): readonly string[] | null {
  try {
    const items: unknown = JSON.parse(value);
    return Array.isArray(items) &&
      items.every((item) => typeof item === "string" || typeof item === "number")
      ? items.map(String)
      : null;
  } catch {
    return null;
  }
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
