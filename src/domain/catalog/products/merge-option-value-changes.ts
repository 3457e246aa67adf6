import type { Option } from "../options/option.js";
import type { FieldChange } from "./field-change.js";
import type { ProductContent } from "./product-content.js";

/** Values by the name of their option. */
type NamedValues = Readonly<Record<string, string>>;

/**
 * Every variant that had all values of `before` has those of `after` instead; an empty `before`
 * means all variants.
 */
interface Replacement {
  readonly before: NamedValues;
  readonly after: NamedValues;
}

/**
 * Merges the changes of option values that are the same for all affected variants into one:
 * renaming a value can change thousands of variants. No information is lost, because earlier
 * changes say which variants had the values.
 */
export const mergeOptionValueChanges = (
  before: Pick<ProductContent, "options" | "variants">,
  after: Pick<ProductContent, "options" | "variants">,
  changes: readonly FieldChange[],
): readonly FieldChange[] => {
  const changed = new Set(changes.flatMap(({ path }) => variantIdIn(path) ?? []));
  if (changed.size < 2) return changes;
  const current = new Map(
    after.variants.map((one) => [String(one.id), namedValues(after.options, one.optionValues)]),
  );
  const kept = before.variants.flatMap((one) => {
    const oldValues = namedValues(before.options, one.optionValues);
    const newValues = current.get(one.id);
    return newValues
      ? [{ id: String(one.id), oldValues, replacement: replacementOf(oldValues, newValues) }]
      : [];
  });
  const groups = new Map<string, { readonly replacement: Replacement; readonly ids: string[] }>();
  for (const { id, replacement } of kept.filter((one) => changed.has(one.id))) {
    const key = JSON.stringify(replacement);
    const group = groups.get(key) ?? { replacement, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  // A variant with the same old values that changed differently, or not at all, keeps its group
  // from being merged.
  const merged = [...groups.values()].filter(
    ({ replacement, ids }) =>
      ids.length > 1 &&
      kept.filter(({ oldValues }) => hasAll(oldValues, replacement.before)).length === ids.length,
  );
  const mergedIds = new Set(merged.flatMap(({ ids }) => ids));
  return [
    ...changes.filter(({ path }) => !mergedIds.has(variantIdIn(path) ?? "")),
    ...merged.map(({ replacement }) => ({ path: "variants.optionValues", ...replacement })),
  ];
};

const PATH = /^variants\.(.+)\.optionValues$/;

const variantIdIn = (path: string): string | undefined => PATH.exec(path)?.[1];

const namedValues = (options: readonly Option[], values: readonly string[]): NamedValues =>
  Object.fromEntries(options.map(({ name }, axis) => [name, values[axis] ?? ""]));

const replacementOf = (before: NamedValues, after: NamedValues): Replacement => ({
  before: without(before, after),
  after: without(after, before),
});

const hasAll = (values: NamedValues, required: NamedValues): boolean =>
  Object.entries(required).every(([name, value]) => values[name] === value);

const without = (values: NamedValues, others: NamedValues): NamedValues =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => others[name] !== value));
