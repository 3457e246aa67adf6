import { fromSearchParams } from "@plinth/client/facets";
import { Form, Link, useNavigation, useSearchParams, useSubmit } from "react-router";
import { LINKED, moreOf, SORTS, sortOf, type SortName } from "../shop/facets";
import type { Listing as Found } from "../shop/listing.server";
import { useTexts } from "../texts/texts";
import { Facets } from "./facets";
import { ProductGrid } from "./product-card";

interface ListingProps {
  readonly listing: Found;
  readonly query?: string;
  /** How many pictures are loaded before all others. None where another one is above them. */
  readonly firsts?: number;
}

/** Products with their facets. Everything chosen is in the address; a form sends it. */
export const Listing = ({ listing, query = "", firsts = 4 }: ListingProps) => {
  const texts = useTexts();
  const submit = useSubmit();
  const [params] = useSearchParams();
  const isBusy = useNavigation().state === "loading";
  const { edges, totalCount, facets, pageInfo } = listing;
  const hasFilter = Object.keys(fromSearchParams(params)).length > 0;
  return (
    <Form
      className="listing"
      onChange={({ currentTarget }) => void submit(currentTarget, { preventScrollReset: true })}
      key={query}
    >
      {query !== "" && <input type="hidden" name="q" value={query} />}
      {LINKED.flatMap((name) =>
        params
          .getAll(name)
          .map((value) => <input key={name} type="hidden" name={name} value={value} />),
      )}
      <div className="listing-bar">
        <p aria-live="polite">{texts.products(totalCount)}</p>
        <label className="sort">
          {texts.sort}{" "}
          <select name="sort" defaultValue={sortOf(params)}>
            {(Object.keys(SORTS) as SortName[]).map((name) => (
              <option key={name} value={name}>
                {texts.sorts[name]}
              </option>
            ))}
          </select>
        </label>
        <noscript>
          <button className="plain">{texts.apply}</button>
        </noscript>
      </div>
      <Facets facets={facets} hasFilter={hasFilter} />
      <div className="listing-products" aria-busy={isBusy}>
        {params.has("after") && (
          <p>
            <Link to={first(params)}>{texts.backToFirst}</Link>
          </p>
        )}
        {edges.length === 0 ? (
          <div className="nothing">
            <p>{query === "" || hasFilter ? texts.nothingHere : texts.nothingFound(query)}</p>
            {hasFilter && <Link to={cleared(query)}>{texts.clear}</Link>}
          </div>
        ) : (
          <ProductGrid cards={edges} heading="h2" firsts={firsts} />
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
          <p className="more">
            <Link
              className="button outline"
              to={`?${moreOf(params, pageInfo.endCursor)}`}
              preventScrollReset
              replace
            >
              {texts.more}
            </Link>
          </p>
        )}
      </div>
    </Form>
  );
};

const first = (params: URLSearchParams): string => {
  const rest = new URLSearchParams(params);
  rest.delete("after");
  return `?${rest}`;
};

const cleared = (query: string): string => (query === "" ? "?" : `?q=${encodeURIComponent(query)}`);
