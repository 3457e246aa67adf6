import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { fold } from "../../domain/shared/text.js";
import { mapPage, type Page } from "../shared/page.js";
import {
  sortOf,
  type Audience,
  type CatalogReads,
  type FieldsOf,
  type ProductFilter,
  type ProductList,
  type ProductView,
  type Selected,
} from "./ports.js";
import { readFound } from "./search/search-products.js";
import type { ProductSearch, SearchFilter } from "./search/product-search.js";

interface Needs {
  readonly catalogReads: CatalogReads;
  readonly productSearch: ProductSearch;
  /** The currency of the default market (ISO 4217). */
  readonly currency: string;
}

/** Behind more products that are not shown a list is looked for in memory: the database would have to read past all of them. */
const MOST_HIDDEN = 800;

/**
 * The catalogue as the shop shows it. A list is read along an index of the database where one has its order and holds nothing else;
 * what is filtered, sorted within a collection, or counted comes from the search, which has it in memory.
 */
export const shopLists = ({ catalogReads, productSearch, currency }: Needs): CatalogReads => {
  const searched = async (
    { filter, sort, page }: Omit<ProductList, "filter"> & { readonly filter: SearchFilter },
    audience: Audience,
  ) =>
    productSearch.search(
      {
        query: null,
        filter,
        sort,
        page,
        currency:
          (filter.minPrice ?? filter.maxPrice)?.currency ?? audience.place?.currency ?? currency,
        withFacets: false,
        withSuggestions: false,
      },
      audience,
    );

  /** Null where an index of the database is walked. */
  const filterOf = (
    { filter, sort }: Pick<ProductList, "filter" | "sort">,
    audience: Audience,
  ): SearchFilter | null => {
    const { collection, ...more } = filter;
    const words = searchFilter(filter);
    if (audience.sees === "everything" || words === null) return null;
    const hasIndex =
      !saysAnything(more) &&
      (collection === undefined
        ? !(sort.key === "PRICE" && audience.place?.priceList)
        : sort.key === "MANUAL");
    return hasIndex && productSearch.hidden(audience, collection) <= MOST_HIDDEN ? null : words;
  };

  return {
    ...catalogReads,
    products: async (list, audience, fields) => {
      const filter = filterOf(list, audience);
      if (filter === null) return catalogReads.products(list, audience, fields);
      return readFound(
        catalogReads,
        (await searched({ ...list, filter }, audience)).page,
        audience,
        fields,
      );
    },
    countProducts: async (filter, audience) => {
      const words = searchFilter(filter);
      if (audience.sees === "everything" || words === null)
        return catalogReads.countProducts(filter, audience);
      return (await searched({ filter: words, ...FIRST_ONE }, audience)).total;
    },
    productsOfCollections: async (ids, page, audience, fields, order = "MANUAL") => {
      const sort = sortOf(order);
      if (ids.every((collection) => filterOf({ filter: { collection }, sort }, audience) === null))
        return catalogReads.productsOfCollections(ids, page, audience, fields, order);
      const pages = await Promise.all(
        ids.map(
          async (collection) =>
            [
              collection,
              (await searched({ filter: { collections: [collection] }, sort, page }, audience))
                .page,
            ] as const,
        ),
      );
      return readTogether(catalogReads, pages, audience, fields);
    },
    countProductsOfCollections: (ids, audience) =>
      audience.sees === "everything"
        ? catalogReads.countProductsOfCollections(ids, audience)
        : productSearch.countInCollections(ids, audience),
  };
};

const FIRST_ONE = {
  sort: { key: "PRICE", reverse: false },
  page: { size: 1, direction: "forward", after: null, before: null },
} as const;

/** The pages of several lists, with all of their products read in one statement. */
const readTogether = async (
  reads: CatalogReads,
  pages: readonly (readonly [CollectionId, Page<ProductId>])[],
  audience: Audience,
  fields: FieldsOf<ProductView>,
): Promise<ReadonlyMap<CollectionId, Page<Selected<ProductView>>>> => {
  const all: Page<ProductId> = {
    items: pages.flatMap(([, { items }]) => items),
    hasNextPage: false,
    hasPreviousPage: false,
  };
  const products = new Map(
    (await readFound(reads, all, audience, fields)).items.map(({ item }) => [item.id, item]),
  );
  return new Map(
    pages.map(([collection, page]) => [collection, mapPage(page, (id) => products.get(id))]),
  );
};

const saysAnything = ({ text, ...more }: Omit<ProductFilter, "collection">): boolean =>
  Object.values(more).some((one) => one !== undefined) || fold(text ?? "") !== "";

/** A filter in the words of the search; null where it has none for it. */
const searchFilter = ({
  collection,
  tags,
  vendors,
  types,
  minPrice,
  maxPrice,
  available,
  onSale,
  text,
  ...others
}: ProductFilter): SearchFilter | null =>
  saysAnything(others)
    ? null
    : {
        ...(collection !== undefined && { collections: [collection] }),
        ...(tags && { tags }),
        ...(vendors && { vendors }),
        ...(types && { types }),
        ...(minPrice && { minPrice }),
        ...(maxPrice && { maxPrice }),
        ...(available !== undefined && { available }),
        ...(onSale !== undefined && { onSale }),
        ...(text !== undefined && fold(text) !== "" && { text }),
      };
