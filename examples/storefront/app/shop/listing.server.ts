import { fromSearchParams, toSearchParams } from "@plinth/client/facets";
import { redirect } from "react-router";
import type { ListingFragment } from "../gql/graphql";
import type { Answer } from "./ask.server";
import { countIn, SORTS, sortOf } from "./facets";

/** The variables of a list of products, as its address asks for it. */
export const listingOf = (params: URLSearchParams) => ({
  filter: fromSearchParams(params),
  sort: SORTS[sortOf(params)],
  first: countIn(params),
  after: params.get("after"),
});

/** An old address may name a custom field that is no facet any more: it leads to the list without such fields. */
export const withoutOldFields = <Data>(answer: Answer<Data>, url: URL): Answer<Data> => {
  if (!answer.codes.includes("METAFIELD_NOT_SEARCHABLE")) return answer;
  const { pathname, searchParams: params } = url;
  const shorter = toSearchParams(fromSearchParams(params, []), params);
  if (shorter.size === params.size) return answer;
  throw redirect(`${pathname}?${shorter.toString()}`);
};

export type Listing = ListingFragment;
