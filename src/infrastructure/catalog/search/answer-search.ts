import type { Audience } from "../../../application/catalog/ports.js";
import type { SearchFilter, SearchRequest, SearchResult } from "../../../application/catalog/search/product-search.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { isVisible } from "../../../domain/catalog/product.js";
import { facetsOf } from "./facets.js";
import { matching } from "./matches.js";
import { ALL_PASSED, conditionsOf, failures, type PriceView } from "./narrowing.js";
import { orderOf, pageOf } from "./ordering.js";
import type { ProductIndex } from "./product-index.js";
import { suggestionsFor } from "./suggestions.js";

/** Answers a search out of memory, in one go. @throws InvalidCursor */
export const answerSearch = (index: ProductIndex, request: SearchRequest, audience: Audience): SearchResult => {
  const isSeen = visible(index, audience);
  const isShown = (collection: CollectionId): boolean => {
    const known = index.collections.get(collection);
    return known !== undefined && (audience.sees === "everything" || isVisible({ status: "ACTIVE", publication: known.publication }, audience.at));
  };
  const filter = withoutHidden(request.filter, isShown);
  const view: PriceView = { priceList: audience.place?.priceList ?? null, currency: request.currency };
  const matches = matching(index, request.query, isSeen);
  const conditions = conditionsOf(index, filter, view);
  const failed = failures(index, matches.slots, conditions);
  const slots = conditions.length === 0 ? matches.slots : matches.slots.filter((_, at) => failed[at] === ALL_PASSED);
  return {
    page: pageOf(index, slots, orderOf(index, request.sort, filter, matches, view), request.page),
    total: slots.length,
    facets: request.withFacets
      ? facetsOf({ index, slots: matches.slots, failed, conditions, filter, view, isShown })
      : [],
    suggestions: request.withSuggestions ? suggestionsFor(index, matches, isSeen) : [],
  };
};

/** Which slots hold what an audience may see just now. */
const visible = ({ entries, columns: { from, until } }: ProductIndex, audience: Audience): Uint8Array => {
  const seen = new Uint8Array(entries.length);
  if (audience.sees === "everything") return seen.map((_, slot) => (entries[slot] ? 1 : 0));
  const at = audience.at.getTime();
  for (let slot = 0; slot < seen.length; slot += 1) if ((from[slot] ?? 0) <= at && at < (until[slot] ?? 0)) seen[slot] = 1;
  return seen;
};

/** A collection that the audience cannot see holds nothing for it. */
const withoutHidden = ({ collections, ...filter }: SearchFilter, isShown: (collection: CollectionId) => boolean): SearchFilter =>
  collections === undefined ? filter : { ...filter, collections: collections.filter(isShown) };
