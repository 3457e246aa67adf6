import type {
  FacetKind,
  FieldCondition,
  SearchFilter,
} from "../../application/search/ports/product-search.js";
import type { SearchPrice } from "../../application/search/ports/search-source.js";
import { fold } from "../../domain/shared/text.js";
import type { LabelKind } from "./labels.js";
import type { ProductEntry } from "./product-entry.js";
import type { ProductIndex } from "./product-index.js";
import { isNumeric } from "./search-fields.js";
import type { SearchScope } from "./search-scope.js";

/** The prices of one audience. */
export interface PriceView {
  readonly priceList: string | null;
  readonly currency: string;
}

/** One condition of a filter on a product as a whole. */
export interface FilterCondition {
  readonly kind: FacetKind | "TEXT";
  /** The number of the group of its labels; -1 for a condition without labels. */
  readonly group: number;
  readonly matches: (entry: ProductEntry) => boolean;
}

/** The price of a product for an audience. */
export const priceOf = (
  { prices }: ProductEntry,
  { priceList, currency }: PriceView,
): SearchPrice | null => {
  for (let at = 0; at < prices.length; at += 1) {
    const price = prices[at];
    if (price?.priceList === priceList) return price.currency === currency ? price : null;
  }
  return null;
};

/** The conditions of a filter that are not about variants. @throws FieldNotSearchable */
export const filterConditions = (
  index: ProductIndex,
  { collections, tags, vendors, types, metafields = [], text }: SearchFilter,
  scope: Pick<SearchScope, "withBelow">,
): readonly FilterCondition[] => {
  const conditions: FilterCondition[] = [];
  const labelled = (
    kind: Exclude<LabelKind, "VARIANT_METAFIELD">,
    values: readonly string[] | undefined,
  ) => values && conditions.push(hasAnyLabel(index, kind, values));
  labelled("COLLECTION", collections && [...scope.withBelow(collections)]);
  labelled("TAG", tags);
  labelled("VENDOR", vendors);
  labelled("PRODUCT_TYPE", types);
  for (const condition of metafields) {
    const field = index.fields.filterable(condition);
    if (field.ofVariants) continue;
    conditions.push(
      isNumeric(field)
        ? hasNumber(index, condition)
        : hasAnyLabel(index, "METAFIELD", condition.values ?? [], field.name),
    );
  }
  if (text !== undefined) {
    const folded = fold(text);
    conditions.push({
      kind: "TEXT",
      group: -1,
      matches: ({ title, skus }) =>
        title.includes(folded) || skus.some((sku) => sku.startsWith(folded)),
    });
  }
  return conditions;
};

/** The values by folded option name: an option that is named twice is one condition. */
export const valuesByOption = (
  options: NonNullable<SearchFilter["options"]>,
): ReadonlyMap<string, readonly string[]> => {
  const chosen = new Map<string, readonly string[]>();
  for (const { name, values } of options)
    chosen.set(fold(name), [...(chosen.get(fold(name)) ?? []), ...values]);
  return chosen;
};

const hasNumber = ({ labels }: ProductIndex, condition: FieldCondition): FilterCondition => {
  const { name, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = condition;
  const group = labels.findGroup("METAFIELD", name) ?? -1;
  return {
    kind: "METAFIELD",
    group,
    matches: ({ numbers }) =>
      numbers.some(([of, value]) => of === group && value >= min && value <= max),
  };
};

const hasAnyLabel = (
  { labels }: ProductIndex,
  kind: Exclude<LabelKind, "VARIANT_METAFIELD">,
  values: readonly string[],
  name = "",
): FilterCondition => {
  const group = labels.findGroup(kind, name) ?? -1;
  const selected = new Uint8Array(labels.size);
  for (const value of values) {
    const label = labels.find(group, value);
    if (label !== undefined) selected[label] = 1;
  }
  // A product without a vendor or type has no label for it; in the database its text is empty.
  const includesNone = values.some((value) => fold(value) === "");
  const matches = ({ labels: own }: ProductEntry): boolean => {
    let hasAny = false;
    for (let at = 0; at < own.length; at += 1) {
      const label = own[at] ?? -1;
      if (selected[label] === 1) return true;
      hasAny ||= labels.groupOf[label] === group;
    }
    return includesNone && (kind === "VENDOR" || kind === "PRODUCT_TYPE") && !hasAny;
  };
  return { kind, group, matches };
};
