import { SuggestDocument } from "../gql/graphql";
import type { Route } from "./+types/suggest";
import { ask, needed } from "../shop/ask.server";
import { askerOf } from "../shop/request.server";

/** What fits a query that is still being typed. */
export const loader = async (args: Route.LoaderArgs) => {
  const query = new URL(args.request.url).searchParams.get("q")?.slice(0, 200) ?? "";
  const answer = await ask(askerOf(args), SuggestDocument, { query });
  const { suggestions, nodes, totalCount } = needed(answer, "search");
  return { suggestions: suggestions.slice(0, 4), products: nodes, totalCount };
};
