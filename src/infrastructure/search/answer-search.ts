import { priceListOf } from "../../application/shared/shopping-context.js";
import type { Audience } from "../../application/catalog/ports/audience.js";
import type {
  SearchFilter,
  SearchRequest,
  SearchResult,
} from "../../application/search/ports/product-search.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import { isVisible } from "../../domain/catalog/catalog.js";
import { localeChain } from "../../domain/shared/locale-tag.js";
import { searchFacets } from "./search-facets.js";
import { findMatches } from "./matches.js";
import { ALL_PASSED, failedConditions } from "./failed-conditions.js";
import { filterConditions, type PriceView } from "./filter-conditions.js";
import { matchingVariant } from "./matching-variant.js";
import { pageOf } from "./page-of.js";
import { searchOrder } from "./search-order.js";
import type { Steps } from "./time-slice.js";
import type { ProductIndex } from "./product-index.js";
import { suggestions } from "./suggestions.js";
import { VariantFilter } from "./variant-filter.js";

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
 * @throws InvalidCursor
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
  const isSeen = visibleSlots(index, audience);
  const isVisibleCollection = (collection: CollectionId): boolean => {
    const found = index.collections.get(collection);
    return (
      found !== undefined &&
      (audience.sees === "everything" ||
        isVisible({ status: "ACTIVE", publication: found.publication }, audience.at))
    );
  };
  const filter = withoutHidden(request.filter, isVisibleCollection);
  const view: PriceView = {
    priceList: priceListOf(audience.shoppingContext),
    currency: request.currency,
  };
  yield;
  const matches = yield* findMatches(index, request.query, isSeen);
  const conditions = filterConditions(index, filter);
  const variants = new VariantFilter(index, filter, view);
  const failed = yield* failedConditions(index, matches.slots, { conditions, variants });
  const slots =
    conditions.length === 0 && variants.isEmpty
      ? matches.slots
      : matches.slots.filter((_, at) => failed[at] === ALL_PASSED);
  const page = yield* pageOf(
    index,
    slots,
    searchOrder(index, request.sort, filter, matches, view),
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
    facets: request.withFacets
      ? yield* searchFacets({
          index,
          isVisibleCollection,
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

/** For each slot 1 when the audience may see its product. */
const visibleSlots = ({ entries, columns }: ProductIndex, audience: Audience): Uint8Array => {
  const isSeen = new Uint8Array(entries.length);
  if (audience.sees === "everything") return isSeen.map((_, slot) => (entries[slot] ? 1 : 0));
  const at = audience.at.getTime();
  for (let slot = 0; slot < isSeen.length; slot += 1)
    if (columns.isVisible(slot, at)) isSeen[slot] = 1;
  return isSeen;
};

/** Without the collections that the audience may not see: they are empty for it. */
const withoutHidden = (
  { collections, ...filter }: SearchFilter,
  isVisibleCollection: (collection: CollectionId) => boolean,
): SearchFilter =>
  collections === undefined
    ? filter
    : { ...filter, collections: collections.filter(isVisibleCollection) };
