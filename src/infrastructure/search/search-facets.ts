import { FACET_KINDS, type Facet } from "../../application/search/ports/product-search.js";
import { booleanFacet } from "./boolean-facet.js";
import { collectionFacet } from "./collection-facet.js";
import type { FacetRequest } from "./facet-request.js";
import { labelFacets } from "./label-facets.js";
import { numberFacets } from "./number-facets.js";
import { priceFacet } from "./price-facet.js";
import type { Steps } from "./time-slice.js";
import { countValues } from "./value-counts.js";

/** The facets of the matches. Each is counted under the filters of the others. */
export const searchFacets = function* (request: FacetRequest): Steps<readonly Facet[]> {
  const { filter, view } = request;
  const counts = yield* countValues(request);
  const collections = yield* collectionFacet(request, counts.labels);
  const labelled = labelFacets(request, counts.labels);
  yield;
  const facets = [
    collections,
    ...labelled,
    ...(yield* numberFacets(request)),
    ...(yield* priceFacet(counts, filter, view.currency)),
    booleanFacet("AVAILABILITY", counts.available, filter.available),
    booleanFacet("ON_SALE", counts.onSale, filter.onSale),
  ];
  return facets
    .filter(({ values }) => values.length > 0)
    .toSorted((a, b) => FACET_KINDS.indexOf(a.kind) - FACET_KINDS.indexOf(b.kind));
};
