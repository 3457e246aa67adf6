import { fromSearchParams } from "@plinth/client/facets";
import type { ListingFragment } from "../gql/graphql";
import { countIn, SORTS, sortOf } from "./facets";

/** The variables of a list of products, as its address asks for it. */
export const listingOf = (params: URLSearchParams) => ({
  filter: fromSearchParams(params),
  sort: SORTS[sortOf(params)],
  first: countIn(params),
  after: params.get("after"),
});

export type Listing = ListingFragment;
