import { Problems } from "../../shared/problems.js";
import { InvalidMetafield } from "./errors.js";
import type { MetafieldType } from "./metafield-type.js";

export const METAFIELD_OWNERS = ["PRODUCT", "VARIANT", "COLLECTION"] as const;
/** What can have values of a field. */
export type MetafieldOwner = (typeof METAFIELD_OWNERS)[number];

/** Where a field is used. */
export interface MetafieldUsage {
  /** At least one, in the order of METAFIELD_OWNERS. */
  readonly owners: readonly MetafieldOwner[];
  /**
   * Whether products are filtered by it: then it is a facet of the search. A field of variants is a
   * condition on variants.
   */
  readonly filterable: boolean;
  /** Whether products are sorted by it. */
  readonly sortable: boolean;
}

export const DEFAULT_USAGE: MetafieldUsage = {
  owners: ["PRODUCT"],
  filterable: false,
  sortable: false,
};

/** Whether the search has its values. */
export const isSearchable = ({
  filterable = false,
  sortable = false,
}: Partial<MetafieldUsage>): boolean => filterable || sortable;

const FILTERABLE: ReadonlySet<MetafieldType> = new Set<MetafieldType>([
  "TEXT",
  "INTEGER",
  "DECIMAL",
  "BOOLEAN",
  "CHOICE",
  "TEXT_LIST",
  "CHOICE_LIST",
]);
const SORTABLE: ReadonlySet<MetafieldType> = new Set<MetafieldType>([
  "TEXT",
  "INTEGER",
  "DECIMAL",
  "BOOLEAN",
  "DATE",
  "DATE_TIME",
  "CHOICE",
]);

/** @throws Refused with InvalidMetafield */
export const checkedUsage = (
  type: MetafieldType,
  { owners, filterable, sortable }: MetafieldUsage,
): MetafieldUsage => {
  const problems = new Problems();
  if (owners.length === 0)
    problems.add(new InvalidMetafield("A custom field needs at least one owner.", ["owners"]));
  for (const [is, types, path, verb, possible] of [
    [filterable, FILTERABLE, "filterable", "filtered", ["PRODUCT", "VARIANT"]],
    // Its variants would give a product several places in a list.
    [sortable, SORTABLE, "sortable", "sorted", ["PRODUCT"]],
  ] as const) {
    const hasOwner = possible.some((owner) => owners.includes(owner));
    if (is && (!types.has(type) || !hasOwner))
      problems.add(
        new InvalidMetafield(
          hasOwner
            ? `Products cannot be ${verb} by a custom field of the type ${type}. Possible are ${[...types].join(", ")}.`
            : `Products cannot be ${verb} by a custom field that they do not have. Add ${possible.join(" or ")} to its owners.`,
          [path],
        ),
      );
  }
  problems.throwIfAny();
  return {
    owners: METAFIELD_OWNERS.filter((owner) => owners.includes(owner)),
    filterable,
    sortable,
  };
};
