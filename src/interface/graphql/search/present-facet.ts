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
import { facetWords } from "./facet-words.js";

/** A facet with its texts in the language of the request. */
export const presentFacet = (
  { kind, name, label, values, range }: FacetView,
  context: Pick<GraphqlContext, "locale" | "market">,
): FacetSource => ({
  kind,
  name,
  label: label ?? headingOf(kind, context.locale),
  values: values.map((value): FacetValueSource => ({
    value: value.value,
    label: labelOf(kind, value, context),
    count: value.count,
    selected: value.isSelected,
    minPrice: value.min && presentMoney(value.min),
    maxPrice: value.max && presentMoney(value.max),
    collectionId: kind === "COLLECTION" ? id<CollectionId>(value.value) : null,
  })),
  priceRange: range && { min: presentMoney(range.min), max: presentMoney(range.max) },
});

const headingOf = (kind: FacetKind, locale: string): string =>
  kind === "OPTION" ? "" : facetWords(locale).headings[kind];

const labelOf = (
  kind: FacetKind,
  { value, label, min, max }: FacetValueView,
  { locale, market }: Pick<GraphqlContext, "locale" | "market">,
): string => {
  const words = facetWords(locale);
  const written = (amount: Money): string =>
    formatMoney(presentMoney(amount), locale, market?.countries[0] ?? null);
  if (kind === "AVAILABILITY") return value === "true" ? words.available : words.unavailable;
  if (kind === "ON_SALE") return value === "true" ? words.onSale : words.notOnSale;
  if (min && max) return `${written(min)} – ${written(max)}`;
  if (min) return words.from(written(min));
  return max ? words.upTo(written(max)) : label;
};
