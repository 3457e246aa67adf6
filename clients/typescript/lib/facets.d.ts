/** The part of a filter of `search` that facets choose: `SearchFilter` of the schema fits. */
export interface FacetFilter {
  readonly available?: boolean | null | undefined;
  readonly collections?: readonly string[] | null | undefined;
  readonly metafields?:
    | readonly {
        readonly name: string;
        readonly values?: readonly string[] | null | undefined;
        readonly min?: string | null | undefined;
        readonly max?: string | null | undefined;
      }[]
    | null
    | undefined;
  readonly onSale?: boolean | null | undefined;
  readonly options?:
    readonly { readonly name: string; readonly values: readonly string[] }[] | null | undefined;
  readonly price?:
    | { readonly min?: string | null | undefined; readonly max?: string | null | undefined }
    | null
    | undefined;
  readonly productTypes?: readonly string[] | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly vendors?: readonly string[] | null | undefined;
}

/** A filter as it is made from an address, with lists that are yours. */
export interface SearchParamsFilter {
  available?: boolean;
  collections?: string[];
  metafields?: { name: string; values?: string[]; min?: string; max?: string }[];
  onSale?: boolean;
  options?: { name: string; values: string[] }[];
  price?: { min?: string; max?: string };
  productTypes?: string[];
  tags?: string[];
  vendors?: string[];
}

/**
 * A filter in which the value of a facet is chosen if it was not, and not chosen if it was. Facet and
 * value are those that `search` answered: the fragment `PlinthSearchFacets` selects what is needed. A
 * kind of facet that this version does not know changes nothing.
 */
export declare const toggle: <Filter extends FacetFilter>(
  filter: Filter | null | undefined,
  facet: { readonly kind: string; readonly name?: string | null | undefined },
  value: {
    readonly value: string;
    readonly minPrice?: { readonly amount: string } | null | undefined;
    readonly maxPrice?: { readonly amount: string } | null | undefined;
    readonly from?: string | null | undefined;
    readonly to?: string | null | undefined;
  },
) => Filter;

/**
 * The filter as parameters of an address, such as `vendors=Kiln&options.Size=M&price.max=80`. The
 * parameters of `base` that are none of a filter, such as the query and the sort order, stay; a cursor
 * belongs to the list before, so leave it out.
 */
export declare const toSearchParams: (
  filter: FacetFilter | null | undefined,
  base?: string | URLSearchParams,
) => URLSearchParams;

/**
 * The filter that parameters of an address say. Other parameters, and what is malformed, are left out.
 *
 * A custom field that the shop does not filter by any more would be refused with METAFIELD_NOT_SEARCHABLE.
 * @param facets those that `search` answered: custom fields that are none of them are left out, and texts where
 * `metafieldType` is one of numbers. With an empty list all are left out, which is how to ask again after the
 * refusal.
 */
export declare const fromSearchParams: (
  params: string | URLSearchParams,
  facets?:
    | readonly {
        readonly kind: string;
        readonly name?: string | null | undefined;
        readonly metafieldType?: string | null | undefined;
      }[]
    | null,
) => SearchParamsFilter;
