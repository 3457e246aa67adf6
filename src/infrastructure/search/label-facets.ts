import type {
  Facet,
  FacetValue,
  SearchFilter,
} from "../../application/search/ports/product-search.js";
import type { FacetRequest } from "./facet-request.js";
import { fieldFacet, fieldsByGroup } from "./field-facet.js";
import { mostFrequent, type LabelledValue } from "./labelled-value.js";
import { valuesByOption } from "./filter-conditions.js";
import type { LabelKind, Labels } from "./labels.js";

/** How the labels of one kind become facets. */
interface LabelFacet {
  /** The selected values, by the name of their group; the name is empty for a kind with one group. */
  readonly selected: (filter: SearchFilter) => Iterable<readonly [string, readonly string[]]>;
  /** Whether values have an order of their own, instead of by frequency. */
  readonly hasOrder: boolean;
  /** How many groups become facets, those with the most products first. */
  readonly mostGroups: number;
}

/** As many as a shop may have. */
const MOST_FIELDS = 50;

const ONE_GROUP = { hasOrder: false, mostGroups: 1 } as const;

const FACETS: Readonly<Record<Exclude<LabelKind, "COLLECTION">, LabelFacet>> = {
  TAG: { ...ONE_GROUP, selected: ({ tags = [] }) => [["", tags]] },
  VENDOR: { ...ONE_GROUP, selected: ({ vendors = [] }) => [["", vendors]] },
  PRODUCT_TYPE: { ...ONE_GROUP, selected: ({ types = [] }) => [["", types]] },
  OPTION: {
    hasOrder: true,
    mostGroups: 20,
    selected: ({ options = [] }) => valuesByOption(options),
  },
  METAFIELD: { hasOrder: true, mostGroups: MOST_FIELDS, selected: selectedFields },
  VARIANT_METAFIELD: { hasOrder: true, mostGroups: MOST_FIELDS, selected: selectedFields },
};
function selectedFields({
  metafields = [],
}: SearchFilter): readonly (readonly [string, readonly string[]])[] {
  return metafields.map(({ name, values = [] }) => [name, values]);
}

const KINDS = Object.keys(FACETS) as readonly (keyof typeof FACETS)[];

/**
 * The facets of everything that products share, except collections.
 * @param counts by label
 */
export const labelFacets = (request: FacetRequest, counts: Int32Array): readonly Facet[] => {
  const { labels } = request.index;
  const groups = valuesByGroup(request, counts);
  const fields = fieldsByGroup(request);
  return KINDS.flatMap((kind) =>
    labels.groups
      .map((group, number) => ({ group, number, values: groups.get(number) ?? [] }))
      .filter(({ group, values }) => group.kind === kind && values.length > 0)
      .map((one) => ({ ...one, total: totalOf(one.values) }))
      .toSorted((a, b) => b.total - a.total || (a.group.option < b.group.option ? -1 : 1))
      .slice(0, FACETS[kind].mostGroups)
      .map(({ number, values }) => {
        const field = fields.get(number);
        const frequent = mostFrequent(values);
        return field
          ? fieldFacet(field, request.languages, labels, frequent)
          : facetOf(request, kind, number, frequent);
      }),
  );
};

const facetOf = (
  request: FacetRequest,
  kind: keyof typeof FACETS,
  group: number,
  frequent: readonly LabelledValue[],
): Facet => {
  const {
    index: { labels },
    languages,
  } = request;
  const ordered = FACETS[kind].hasOrder ? inOrder(labels, frequent) : frequent;
  return {
    kind: kind === "VARIANT_METAFIELD" ? "METAFIELD" : kind,
    ...(kind === "OPTION"
      ? { name: labels.optionNameOf(group), label: labels.optionNameOf(group, languages) }
      : { name: null, label: null }),
    values: kind === "OPTION" ? withSwatches(request, ordered) : ordered.map(({ value }) => value),
    range: null,
    field: null,
  };
};

/** Option values with the swatches of the products that the audience sees. */
const withSwatches = (
  { index: { labels, columns, entries }, audience }: FacetRequest,
  values: readonly LabelledValue[],
): readonly FacetValue[] => {
  const at = audience.sees === "everything" ? null : audience.at.getTime();
  const isSeen = (slot: number): boolean =>
    at === null ? Boolean(entries[slot]) : columns.isVisible(slot, at);
  return values.map(({ label, value }) => {
    const swatch = labels.swatchOf(label, isSeen);
    return swatch ? { ...value, swatch } : value;
  });
};

const inOrder = (labels: Labels, values: readonly LabelledValue[]): readonly LabelledValue[] => {
  const positions = new Map(values.map(({ label }) => [label, labels.positionOf(label)]));
  return values.toSorted((a, b) => {
    const [one, other] = [positions.get(a.label) ?? 0, positions.get(b.label) ?? 0];
    return one === other ? 0 : one - other;
  });
};

const totalOf = (values: readonly LabelledValue[]): number =>
  values.reduce((total, { value }) => total + value.count, 0);

const valuesByGroup = (
  { index: { labels }, filter, languages }: FacetRequest,
  counts: Int32Array,
): ReadonlyMap<number, readonly LabelledValue[]> => {
  const selected = selectedLabels(labels, filter);
  const groups = new Map<number, LabelledValue[]>();
  for (let label = 0; label < counts.length; label += 1) {
    const group = labels.groupOf[label] ?? -1;
    const [count, isSelected] = [counts[label] ?? 0, selected.has(label)];
    if ((count === 0 && !isSelected) || labels.groups[group]?.kind === "COLLECTION") continue;
    const value: FacetValue = {
      value: labels.labelOf(label),
      label: labels.labelOf(label, languages),
      count,
      isSelected,
      min: null,
      max: null,
    };
    const values = groups.get(group) ?? [];
    groups.set(group, values);
    values.push({ label, value });
  }
  return groups;
};

/**
 * Selected values are always frequent, so that they can be deselected; except those that no product has
 * any more.
 */
const selectedLabels = (labels: Labels, filter: SearchFilter): ReadonlySet<number> => {
  const selected = new Set<number>();
  for (const kind of KINDS)
    for (const [name, values] of FACETS[kind].selected(filter)) {
      const group = labels.findGroup(kind, name) ?? -1;
      for (const value of values) {
        const label = labels.find(group, value);
        if (label !== undefined && labels.isUsed(label)) selected.add(label);
      }
    }
  return selected;
};
