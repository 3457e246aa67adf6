import type { Audience } from "../../../application/catalog/ports.js";
import type { SearchFilter, SearchRequest, SearchResult } from "../../../application/catalog/search/product-search.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { isVisible } from "../../../domain/catalog/product.js";
import { localeChain } from "../../../domain/shared/locale.js";
import { facetsOf } from "./facets.js";
import { matching } from "./matches.js";
import { ALL_PASSED, conditionsOf, failures, type PriceView } from "./narrowing.js";
import { orderOf, pageOf } from "./ordering.js";
import type { ProductIndex } from "./product-index.js";
import { suggestionsFor } from "./suggestions.js";

/** So many matches are counted in a turn of their own. */
const MANY = 2_000;

/**
 * Answers a search out of memory, in two turns where there are many matches: nobody else waits for both.
 * @param nextTurn waits for the second one
 * @throws InvalidCursor
 */
export const answerSearch = async (index: ProductIndex, request: SearchRequest, audience: Audience, nextTurn: () => Promise<void>): Promise<SearchResult> => {
  const found = find(index, request, audience);
  if (found.matches.slots.length < MANY) return told(found, request);
  const { version } = index;
  await nextTurn();
  // What was found belongs to the places of the index as they were: when they are others, it is found again.
  return told(index.version === version ? found : find(index, request, audience), request);
};

const find = (index: ProductIndex, request: SearchRequest, audience: Audience) => {
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
  const page = pageOf(index, slots, orderOf(index, request.sort, filter, matches, view), request.page);
  const languages = localeChain(audience.place?.locale ?? "");
  return { index, matches, isSeen, isShown, languages, filter, view, conditions, failed, page, total: slots.length };
};

const told = ({ matches, isSeen, page, total, ...found }: ReturnType<typeof find>, { withFacets, withSuggestions }: SearchRequest): SearchResult => ({
  page,
  total,
  facets: withFacets ? facetsOf({ ...found, slots: matches.slots }) : [],
  suggestions: withSuggestions ? suggestionsFor(found.index, matches, isSeen) : [],
});

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
