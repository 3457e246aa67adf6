import type { Audience } from "../../application/catalog/ports/audience.js";
import type {
  Facet,
  FacetValue,
  SearchRequest,
  SearchResult,
} from "../../application/search/ports/product-search.js";
import type { SearchSource } from "../../application/search/ports/search-source.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import type { CollectionIndex } from "./collection-index.js";
import { SeenCollections } from "./seen-collections.js";

interface Question {
  readonly request: Pick<SearchRequest, "in">;
  readonly audience: Audience;
}

/**
 * A result with its facet of collections in the merchant's order, as in a menu: each is followed by those below it, and
 * those below the collection that is searched in come first.
 */
export const inMerchantsOrder = async (
  result: SearchResult,
  { request: { in: within }, audience }: Question,
  { collections }: { readonly collections: CollectionIndex },
  source: Pick<SearchSource, "siblingPositions">,
): Promise<SearchResult> => {
  const facet = result.facets.find(({ kind }) => kind === "COLLECTION");
  if (!facet || facet.values.length < 2) return result;
  const paths = new Map(facet.values.map((one) => [one, pathTo(collections, idOf(one))]));
  const positions = await positionsOf(collections, [...paths.values()].flat(), source);
  const seen = new SeenCollections(collections, audience);
  const below = within === undefined ? new Set() : seen.withBelow([within]);
  const isBelow = (one: FacetValue): number =>
    idOf(one) !== within && below.has(idOf(one)) ? 1 : 0;
  const values = facet.values.toSorted(
    (a, b) => isBelow(b) - isBelow(a) || compare(paths.get(a) ?? [], paths.get(b) ?? [], positions),
  );
  const ordered: Facet = { ...facet, values };
  return { ...result, facets: result.facets.map((one) => (one === facet ? ordered : one)) };
};

/** Reads those positions that are not known yet. */
const positionsOf = async (
  { positions }: CollectionIndex,
  ids: readonly CollectionId[],
  source: Pick<SearchSource, "siblingPositions">,
): Promise<ReadonlyMap<CollectionId, number>> => {
  const unknown = [...new Set(ids.filter((one) => !positions.has(one)))];
  if (unknown.length > 0)
    for (const [one, position] of await source.siblingPositions(unknown))
      positions.set(one, position);
  return positions;
};

const idOf = ({ value }: FacetValue): CollectionId => id<CollectionId>(value);

/** From the top of the tree, also through hidden collections. */
const pathTo = (
  collections: CollectionIndex,
  collection: CollectionId,
): readonly CollectionId[] => {
  const path = new Set<CollectionId>();
  for (let next: CollectionId | null = collection; next !== null && !path.has(next);) {
    path.add(next);
    next = collections.get(next)?.parentId ?? null;
  }
  return [...path].toReversed();
};

const compare = (
  a: readonly CollectionId[],
  b: readonly CollectionId[],
  positions: ReadonlyMap<CollectionId, number>,
): number => {
  const at = a.findIndex((one, level) => one !== b[level]);
  const [one, other] = [a[at], b[at]];
  // What is on the path of the other one comes first.
  if (one === undefined || other === undefined) return a.length - b.length;
  const [position, positionOfOther] = [positions.get(one) ?? 0, positions.get(other) ?? 0];
  return position - positionOfOther || (one < other ? -1 : 1);
};
