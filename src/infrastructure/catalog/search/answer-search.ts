import type { Audience } from "../../../application/catalog/ports.js";
import type {
  SearchFilter,
  SearchRequest,
  SearchResult,
} from "../../../application/catalog/search/product-search.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { isVisible } from "../../../domain/catalog/product.js";
import { localeChain } from "../../../domain/shared/locale.js";
import { facetsOf } from "./facets.js";
import { matching } from "./matches.js";
import { ALL_PASSED, conditionsOf, failures, type PriceView } from "./narrowing.js";
import { orderOf, pageOf } from "./ordering.js";
import type { Steps } from "./portions.js";
import type { ProductIndex } from "./product-index.js";
import { suggestionsFor } from "./suggestions.js";

/** How long a search works at a time, in milliseconds: a storefront notices who is kept waiting for more than twenty. */
const TURN_MS = 3;

/** How a search shares the process with everybody else. */
interface Sharing {
  /** Waits for its next turn. */
  readonly nextTurn: () => Promise<void>;
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number;
}

/**
 * Answers a search out of memory, in several turns where there is much to look at: nobody else waits for all of them. Nothing may change
 * the index meanwhile.
 * @throws InvalidCursor
 */
export const answerSearch = async (
  index: ProductIndex,
  request: SearchRequest,
  audience: Audience,
  { nextTurn, now }: Sharing,
): Promise<SearchResult> => {
  const steps = answering(index, request, audience);
  for (let since = now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - since < TURN_MS) continue;
    await nextTurn();
    since = now();
  }
};

const answering = function* (
  index: ProductIndex,
  request: SearchRequest,
  audience: Audience,
): Steps<SearchResult> {
  const isSeen = visible(index, audience);
  const isShown = (collection: CollectionId): boolean => {
    const known = index.collections.get(collection);
    return (
      known !== undefined &&
      (audience.sees === "everything" ||
        isVisible({ status: "ACTIVE", publication: known.publication }, audience.at))
    );
  };
  const filter = withoutHidden(request.filter, isShown);
  const view: PriceView = {
    priceList: audience.place?.priceList ?? null,
    currency: request.currency,
  };
  yield;
  const matches = yield* matching(index, request.query, isSeen);
  const conditions = conditionsOf(index, filter, view);
  const failed = yield* failures(index, matches.slots, conditions);
  const slots =
    conditions.length === 0
      ? matches.slots
      : matches.slots.filter((_, at) => failed[at] === ALL_PASSED);
  const page = yield* pageOf(
    index,
    slots,
    orderOf(index, request.sort, filter, matches, view),
    request.page,
  );
  const languages = localeChain(audience.place?.locale ?? "");
  return {
    page,
    total: slots.length,
    facets: request.withFacets
      ? yield* facetsOf({
          index,
          isShown,
          languages,
          filter,
          view,
          conditions,
          failed,
          slots: matches.slots,
        })
      : [],
    suggestions: request.withSuggestions ? yield* suggestionsFor(index, matches, isSeen) : [],
  };
};

/** Which slots hold what an audience may see just now. */
const visible = (
  { entries, columns: { from, until } }: ProductIndex,
  audience: Audience,
): Uint8Array => {
  const seen = new Uint8Array(entries.length);
  if (audience.sees === "everything") return seen.map((_, slot) => (entries[slot] ? 1 : 0));
  const at = audience.at.getTime();
  for (let slot = 0; slot < seen.length; slot += 1)
    if ((from[slot] ?? 0) <= at && at < (until[slot] ?? 0)) seen[slot] = 1;
  return seen;
};

/** A collection that the audience cannot see holds nothing for it. */
const withoutHidden = (
  { collections, ...filter }: SearchFilter,
  isShown: (collection: CollectionId) => boolean,
): SearchFilter =>
  collections === undefined ? filter : { ...filter, collections: collections.filter(isShown) };
