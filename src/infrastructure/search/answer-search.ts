import { priceListOf } from "../../application/shared/shopping-context.js";
import type { Audience } from "../../application/catalog/ports/audience.js";
import type {
  SearchFilter,
  SearchRequest,
  SearchResult,
} from "../../application/search/ports/product-search.js";
import { localeChain } from "../../domain/shared/locale-tag.js";
import { oneForEachField } from "./search-fields.js";
import { searchFacets } from "./search-facets.js";
import { findMatches } from "./matches.js";
import { ALL_PASSED, failedConditions } from "./failed-conditions.js";
import { filterConditions, type PriceView } from "./filter-conditions.js";
import { matchingPrices, matchingVariant } from "./matching-variant.js";
import { pageOf } from "./page-of.js";
import { searchOrder } from "./search-order.js";
import { SearchScope } from "./search-scope.js";
import type { Steps } from "./time-slice.js";
import type { ProductIndex } from "./product-index.js";
import { suggestions } from "./suggestions.js";
import { VariantFilter } from "./variant-filter.js";
import { visibleSlots } from "./visible-slots.js";

/**
 * How long a search works before it yields, in milliseconds: a storefront notices a delay of more
 * than twenty.
 */
const SLICE_MS = 3;

/** How a search yields to others. */
interface Yielding {
  /** Resolves when the search may continue. */
  readonly enter: () => Promise<void>;
  /** In milliseconds, monotonic. */
  readonly now: () => number;
}

/**
 * Answers a search from memory. A long search yields to the event loop in between, and the index
 * must not change until it ends.
 * @throws InvalidCursor, FieldNotSearchable
 */
export const answerSearch = async (
  index: ProductIndex,
  request: SearchRequest,
  audience: Audience,
  { enter, now }: Yielding,
): Promise<SearchResult> => {
  const steps = answerInSteps(index, request, audience);
  for (let since = now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - since < SLICE_MS) continue;
    await enter();
    since = now();
  }
};

const answerInSteps = function* (
  index: ProductIndex,
  request: SearchRequest,
  audience: Audience,
): Steps<SearchResult> {
  const scope = new SearchScope(index, audience, request);
  const isSeen = yield* visibleSlots(index, audience, scope.collections);
  const filter = withoutRepeatedFields(request.filter);
  const view: PriceView = {
    priceList: priceListOf(audience.shoppingContext),
    currency: request.currency,
  };
  const matches = yield* findMatches(index, request.query, isSeen);
  const conditions = filterConditions(index, filter, scope);
  const variants = new VariantFilter(index, filter, view);
  const failed = yield* failedConditions(index, matches.slots, { conditions, variants });
  const slots =
    conditions.length === 0 && variants.isEmpty
      ? matches.slots
      : matches.slots.filter((_, at) => failed[at] === ALL_PASSED);
  const page = yield* pageOf(
    index,
    slots,
    searchOrder(index, {
      sort: request.sort,
      filter,
      scope,
      matches,
      view,
      matchingPrice:
        request.byMatchingPrice && !variants.isEmpty ? matchingPrices(index, variants) : null,
    }),
    request.page,
  );
  const languages = localeChain(audience.shoppingContext?.locale ?? "");
  return {
    page,
    variants: new Map(
      variants.isEmpty
        ? []
        : page.items.flatMap(({ item }) => {
            const variant = matchingVariant(index, variants, item);
            return variant === null ? [] : [[item, variant] as const];
          }),
    ),
    total: slots.length,
    collections: [...(scope.collections ?? [])],
    facets: request.withFacets
      ? yield* searchFacets({
          index,
          scope,
          audience,
          languages,
          filter,
          view,
          conditions,
          variants,
          failed,
          slots: matches.slots,
        })
      : [],
    suggestions: request.withSuggestions ? yield* suggestions(index, matches, isSeen) : [],
  };
};

/** A custom field that is named twice is one condition. */
const withoutRepeatedFields = ({ metafields, ...filter }: SearchFilter): SearchFilter =>
  metafields === undefined ? filter : { ...filter, metafields: oneForEachField(metafields) };
