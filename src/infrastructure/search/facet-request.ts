import type { Audience } from "../../application/catalog/ports/audience.js";
import type { SearchFilter } from "../../application/search/ports/product-search.js";
import type { SearchScope } from "./search-scope.js";
import type { FilteredMatches } from "./value-counts.js";

/** The matches of a search whose facets are requested. */
export interface FacetRequest extends FilteredMatches {
  readonly filter: SearchFilter;
  readonly scope: SearchScope;
  readonly audience: Audience;
  /** The languages of the labels, the best first; none for the language of the catalogue. */
  readonly languages: readonly string[];
}
