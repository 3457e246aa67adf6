import fc from "fast-check";
import type { FieldCondition } from "../../../src/application/search/ports/product-search.js";

/** The custom fields of the glasses: of products, of variants, and of both. */
export const GLASS_FIELDS = [
  { key: "shape", type: "CHOICE", owners: ["PRODUCT"], values: ["tulip", "bowl", "flute"] },
  { key: "year", type: "INTEGER", owners: ["PRODUCT"], values: ["1990", "2004", "2019"] },
  { key: "mouthblown", type: "BOOLEAN", owners: ["PRODUCT"], values: ["true", "false"] },
  { key: "use", type: "TEXT_LIST", owners: ["PRODUCT"], values: ["Red wine", "White wine"] },
  { key: "tint", type: "CHOICE", owners: ["VARIANT"], values: ["clear", "smoke", "amber"] },
  { key: "litres", type: "DECIMAL", owners: ["VARIANT"], values: ["0.25", "0.4", "1.5"] },
  { key: "care", type: "CHOICE_LIST", owners: ["PRODUCT", "VARIANT"], values: ["hand", "machine"] },
] as const;
export type GlassField = (typeof GLASS_FIELDS)[number];
type Values = Readonly<Partial<Record<GlassField["key"], readonly string[]>>>;

export interface GlassVariant {
  readonly size: string;
  readonly stock: number;
  readonly values: Values;
}

export interface Glass {
  readonly title: string;
  readonly values: Values;
  readonly variants: readonly GlassVariant[];
}

const SIZES = ["S", "M", "L"];

export const isOfVariants = ({ owners }: GlassField): boolean =>
  (owners as readonly string[]).includes("VARIANT");
const isOfProducts = ({ owners }: GlassField): boolean =>
  (owners as readonly string[]).includes("PRODUCT");
export const isList = ({ type }: GlassField): boolean => type.endsWith("_LIST");
export const isNumber = ({ type }: GlassField): boolean => type === "INTEGER" || type === "DECIMAL";

/** One value, several of a list, or none. */
const valueOf = (field: GlassField): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...field.values], { minLength: 0, maxLength: isList(field) ? 2 : 1 });

const valuesFor = (fields: readonly GlassField[]): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.key, valueOf(field)])));

const GLASS = fc.record({
  values: valuesFor(GLASS_FIELDS.filter(isOfProducts)),
  variants: fc.uniqueArray(
    fc.record({
      size: fc.constantFrom(...SIZES),
      stock: fc.constantFrom(0, 3),
      values: valuesFor(GLASS_FIELDS.filter(isOfVariants)),
    }),
    { selector: ({ size }) => size, minLength: 1 },
  ),
});

export const glasses = (count: number, seed: number): readonly Glass[] =>
  fc.sample(GLASS, { numRuns: count, seed }).map((glass, n) => ({ ...glass, title: `Glass ${n}` }));

export interface GlassPick {
  readonly sizes: readonly string[];
  readonly available: boolean | null;
  readonly values: Values;
}

export const GLASS_PICKS: fc.Arbitrary<GlassPick> = fc.record({
  sizes: fc.oneof(fc.constant([]), fc.subarray(SIZES)),
  available: fc.constantFrom(null, null, true, false),
  values: fc.record(
    Object.fromEntries(
      GLASS_FIELDS.map((field) => [
        field.key,
        fc.oneof(fc.constant([]), fc.constant([]), fc.subarray([...field.values])),
      ]),
    ),
  ),
});

/** The picked values as conditions; numbers as the range that they span. */
export const fieldConditions = ({ values }: GlassPick): readonly FieldCondition[] =>
  GLASS_FIELDS.flatMap((field): readonly FieldCondition[] => {
    const picked = values[field.key] ?? [];
    if (picked.length === 0) return [];
    const name = `glass.${field.key}`;
    if (!isNumber(field)) return [{ name, values: picked }];
    const numbers = picked.map(Number);
    return [{ name, min: Math.min(...numbers), max: Math.max(...numbers) }];
  });

const meets = (field: GlassField, own: readonly string[], picked: readonly string[]): boolean => {
  if (picked.length === 0) return true;
  if (!isNumber(field)) return own.some((value) => picked.includes(value));
  const numbers = picked.map(Number);
  return own.some(
    (value) => Number(value) >= Math.min(...numbers) && Number(value) <= Math.max(...numbers),
  );
};

/** The glasses that a search with the pick has to find, one variant after the other. */
export const matchingGlasses = (all: readonly Glass[], pick: GlassPick): readonly Glass[] =>
  all.filter(({ values, variants }) => {
    for (const field of GLASS_FIELDS)
      if (
        !isOfVariants(field) &&
        !meets(field, values[field.key] ?? [], pick.values[field.key] ?? [])
      )
        return false;
    const found = variants.filter(
      (variant) =>
        (pick.sizes.length === 0 || pick.sizes.includes(variant.size)) &&
        (pick.available !== true || variant.stock > 0) &&
        GLASS_FIELDS.filter(isOfVariants).every((field) => {
          const own = variant.values[field.key] ?? [];
          const inherited = own.length > 0 ? own : (values[field.key] ?? []);
          return meets(field, inherited, pick.values[field.key] ?? []);
        }),
    );
    return found.length > 0 && !(pick.available === false && found.some(({ stock }) => stock > 0));
  });

/** How many glasses a search finds with each value alone instead of the picked ones of its field. */
export const countedGlasses = (
  all: readonly Glass[],
  pick: GlassPick,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    GLASS_FIELDS.filter((field) => !isNumber(field))
      .flatMap(({ key, values }) =>
        values.map((value) => [
          `glass.${key} ${value}`,
          matchingGlasses(all, { ...pick, values: { ...pick.values, [key]: [value] } }).length,
        ]),
      )
      .filter(([, count]) => Number(count) > 0),
  );
