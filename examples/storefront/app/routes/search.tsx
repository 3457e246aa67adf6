import { Link } from "react-router";
import type { Route } from "./+types/search";
import { SearchPageDocument } from "../gql/graphql";
import { Listing } from "../components/listing";
import { ask, needed } from "../shop/ask.server";
import { titled } from "../shop/head";
import { listingOf, withoutOldFields } from "../shop/listing.server";
import { usePath } from "../shop/region";
import { askerOf } from "../shop/request.server";
import { useTexts } from "../texts/texts";

export const loader = async (args: Route.LoaderArgs) => {
  const url = new URL(args.request.url);
  const { searchParams } = url;
  const query = searchParams.get("q")?.trim().slice(0, 200) ?? "";
  const found = withoutOldFields(
    await ask(askerOf(args), SearchPageDocument, { query, ...listingOf(searchParams) }),
    url,
  );
  return { query, listing: needed(found, "search") };
};

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titled(matches, (texts) => (loaderData?.query ? texts.results(loaderData.query) : texts.search));

const SearchPage = ({ loaderData: { query, listing } }: Route.ComponentProps) => {
  const texts = useTexts();
  const path = usePath();
  const corrections = listing.suggestions.filter(({ kind }) => kind === "DID_YOU_MEAN");
  return (
    <div className="page">
      <div className="collection-head">
        <div>
          <h1>{query === "" ? texts.everything : texts.results(query)}</h1>
          {corrections.length > 0 && (
            <p>
              {texts.didYouMean}{" "}
              {corrections.map(({ query: better }) => (
                <Link key={better} to={path(`/search?q=${encodeURIComponent(better)}`)}>
                  {better}
                </Link>
              ))}
              ?
            </p>
          )}
        </div>
      </div>
      <Listing listing={listing} query={query} />
    </div>
  );
};

export default SearchPage;
