import { fromSearchParams } from "@plinth/client/facets";
import { ListingDocument, type ListingQueryVariables } from "../gql/graphql";
import { ask, needed, type Asker } from "./ask.server";
import { countIn, SORTS, sortOf } from "./facets";

/** The products of a search or a collection, as its address asks for them. */
export const readListing = async (
  asker: Asker,
  params: URLSearchParams,
  { query, filter }: Pick<ListingQueryVariables, "query" | "filter">,
) => {
  const after = params.get("after");
  const answer = await ask(asker, ListingDocument, {
    query: query ?? null,
    filter: { ...fromSearchParams(params), ...filter },
    sort: SORTS[sortOf(params)],
    first: countIn(params),
    after,
  });
  return needed(answer, "search");
};

export type Listing = Awaited<ReturnType<typeof readListing>>;
