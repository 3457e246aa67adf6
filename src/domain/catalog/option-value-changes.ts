import type { Option } from "./option.js";
import type { FieldChange } from "./product-changes.js";
import type { ProductContent } from "./product.js";

type Chosen = Readonly<Record<string, string>>;

/** What every variant with `before` has now instead; an empty `before` is every variant. */
interface Rule {
  readonly before: Chosen;
  readonly after: Chosen;
}

/**
 * The same changes, with what became of option values told once for all variants of which the same is true: thousands of
 * variants follow an option that is added, taken away or renamed in its values. Nothing is lost by it, because who had the values
 * stands in the history before.
 */
export const optionValuesTogether = (
  before: Pick<ProductContent, "options" | "variants">,
  after: Pick<ProductContent, "options" | "variants">,
  changes: readonly FieldChange[],
): readonly FieldChange[] => {
  const changed = new Set(changes.flatMap(({ path }) => idIn(path) ?? []));
  if (changed.size < 2) return changes;
  const now = new Map(
    after.variants.map((one) => [String(one.id), named(after.options, one.optionValues)]),
  );
  const kept = before.variants.flatMap((one) => {
    const had = named(before.options, one.optionValues);
    const is = now.get(one.id);
    return is ? [{ id: String(one.id), had, rule: ruleOf(had, is) }] : [];
  });
  const groups = new Map<string, { readonly rule: Rule; readonly ids: string[] }>();
  for (const { id, rule } of kept.filter((one) => changed.has(one.id))) {
    const key = JSON.stringify(rule);
    const group = groups.get(key) ?? { rule, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  const held = [...groups.values()].filter(
    ({ rule, ids }) =>
      ids.length > 1 && kept.filter(({ had }) => hadAll(had, rule.before)).length === ids.length,
  );
  const told = new Set(held.flatMap(({ ids }) => ids));
  return [
    ...changes.filter(({ path }) => !told.has(idIn(path) ?? "")),
    ...held.map(({ rule }) => ({ path: "variants.optionValues", ...rule })),
  ];
};

const PATH = /^variants\.(.+)\.optionValues$/;

const idIn = (path: string): string | undefined => PATH.exec(path)?.[1];

const named = (options: readonly Option[], values: readonly string[]): Chosen =>
  Object.fromEntries(options.map(({ name }, axis) => [name, values[axis] ?? ""]));

const ruleOf = (before: Chosen, after: Chosen): Rule => ({
  before: without(before, after),
  after: without(after, before),
});

const hadAll = (had: Chosen, wanted: Chosen): boolean =>
  Object.entries(wanted).every(([name, value]) => had[name] === value);

const without = (one: Chosen, other: Chosen): Chosen =>
  Object.fromEntries(Object.entries(one).filter(([name, value]) => other[name] !== value));
