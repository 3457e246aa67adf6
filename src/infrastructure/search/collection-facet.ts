import type { Facet, FacetValue } from "../../application/search/ports/product-search.js";
import type { SearchCollection } from "../../application/search/ports/search-source.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { countBelow } from "./count-below.js";
import type { FacetRequest } from "./facet-request.js";
import { inLanguages } from "./in-languages.js";
import { atMost, byFrequency, type LabelledValue } from "./labelled-value.js";
import type { Steps } from "./time-slice.js";

/**
 * The facet of collections. Those below the collection that is searched in come first; this
 * collection itself is left out, because all results are in it.
 * @param counts how many products each label has
 */
export const collectionFacet = function* (request: FacetRequest, counts: Int32Array): Steps<Facet> {
  const { index, filter, scope, languages } = request;
  const { labels } = index;
  const counted = scope.includesBelow ? yield* countBelow(request, counts.length) : counts;
  const selected = new Set(filter.collections);
  const values: LabelledValue[] = [];
  for (let label = 0; label < counted.length; label += 1) {
    const count = counted[label] ?? 0;
    if (labels.groups[labels.groupOf[label] ?? -1]?.kind !== "COLLECTION") continue;
    const collection = scope.collection(id<CollectionId>(labels.keyOf(label)));
    if (!collection) continue;
    const isSelected = selected.has(collection.id);
    if (!isSelected && (count === 0 || collection === scope.in)) continue;
    values.push({ label, value: valueOf(collection, languages, count, isSelected) });
  }
  const below = new Set(values.filter(({ value }) => scope.isBelow(id<CollectionId>(value.value))));
  const isBelow = (value: LabelledValue): number => (below.has(value) ? 1 : 0);
  return {
    kind: "COLLECTION",
    name: null,
    label: null,
    values: atMost(values.toSorted((a, b) => isBelow(b) - isBelow(a) || byFrequency(a, b))).map(
      ({ value }) => value,
    ),
    range: null,
    field: null,
  };
};

const valueOf = (
  { id: value, title, titles }: SearchCollection,
  languages: readonly string[],
  count: number,
  isSelected: boolean,
): FacetValue => ({
  value,
  label: inLanguages(titles, languages) ?? title,
  count,
  isSelected,
  min: null,
  max: null,
});
