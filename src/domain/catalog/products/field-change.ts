import { deepEqual } from "../../shared/deep-equal.js";

/** One difference between two states of a product, as the history of changes keeps it. */
export interface FieldChange {
  /**
   * Which value: `title`, `seo.description`, `metafields.care.washing`,
   * `variants.variant_01h….sku`.
   */
  readonly path: string;
  /** Null if there was no value before. */
  readonly before: JsonValue;
  /** Null if there is no value now. */
  readonly after: JsonValue;
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The change between two values; empty when they are equal. */
export const fieldChange = (
  path: string,
  before: unknown,
  after: unknown,
): readonly FieldChange[] =>
  deepEqual(before ?? null, after ?? null)
    ? []
    : [{ path, before: toJson(before), after: toJson(after) }];

export const toJson = (value: unknown): JsonValue => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, toJson(field)]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
};
