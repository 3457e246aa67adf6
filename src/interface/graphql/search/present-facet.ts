import type {
  Facet as FacetView,
  FacetKind,
  FacetValue as FacetValueView,
} from "../../../application/search/ports/product-search.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { Money } from "../../../domain/shared/money.js";
import { id } from "../../../domain/shared/id.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { formatMoney } from "../money/format-money.js";
import { presentMoney } from "../money/money-presenter.js";
import type { FacetSource, FacetValueSource } from "./facet-types.js";
import { facetWords, type FacetWords } from "./facet-words.js";

/** A facet with its texts in the language of the request. */
export const presentFacet = (
  { kind, name, label, values, range, field }: FacetView,
  context: Pick<GraphqlContext, "locale" | "market">,
): FacetSource => {
  const words = facetWords(context.locale);
  return {
    kind,
    name,
    label: label ?? headingOf(kind, words),
    values: values.map((value): FacetValueSource => ({
      value: value.value,
      label: labelOf({ kind, field }, value, words, context),
      count: value.count,
      selected: value.isSelected,
      swatch: value.swatch ?? null,
      minPrice: value.min && presentMoney(value.min),
      maxPrice: value.max && presentMoney(value.max),
      from: value.from ?? null,
      to: value.to ?? null,
      collectionId: kind === "COLLECTION" ? id<CollectionId>(value.value) : null,
    })),
    metafieldType: field?.type ?? null,
    numberRange: field?.range ?? null,
    priceRange: range && { min: presentMoney(range.min), max: presentMoney(range.max) },
  };
};

const headingOf = (kind: FacetKind, { headings }: FacetWords): string =>
  kind === "OPTION" || kind === "METAFIELD" ? "" : headings[kind];

const labelOf = (
  { kind, field }: Pick<FacetView, "kind" | "field">,
  { value, label, min, max, from = null, to = null }: FacetValueView,
  words: FacetWords,
  { locale, market }: Pick<GraphqlContext, "locale" | "market">,
): string => {
  const written = (amount: Money): string =>
    formatMoney(presentMoney(amount), locale, market?.countries[0] ?? null);
  if (kind === "AVAILABILITY") return value === "true" ? words.available : words.unavailable;
  if (kind === "ON_SALE") return value === "true" ? words.onSale : words.notOnSale;
  if (field?.type === "BOOLEAN") return value === "true" ? words.yes : words.no;
  if (field?.range) {
    const number = (text: string): string => formatNumber(text, locale);
    if (from !== null && to !== null)
      return from === to ? number(from) : `${number(from)} – ${number(to)}`;
    return from === null ? words.upTo(number(to ?? "")) : words.from(number(from));
  }
  if (min && max) return `${written(min)} – ${written(max)}`;
  if (min) return words.from(written(min));
  return max ? words.upTo(written(max)) : label;
};

const formatNumber = (text: string, locale: string): string =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: text.split(".")[1]?.length ?? 0,
    useGrouping: "min2",
  }).format(Number(text));
