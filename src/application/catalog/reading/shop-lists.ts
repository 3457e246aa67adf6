import { priceListOf } from "../../shared/shopping-context.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { fold } from "../../../domain/shared/text.js";
import type { ProductSearch, SearchFilter } from "../../search/ports/product-search.js";
import { readFoundProducts } from "../../search/search.js";
import { mapPage, type Page } from "../../shared/page.js";
import type { Audience, FieldsOf, Selected } from "../ports/audience.js";
import type { CatalogReads } from "../ports/catalog-reads.js";
import { sortOf, type ProductFilter, type ProductList } from "../ports/product-list.js";
import type { ProductView } from "../ports/product-view.js";

interface Needs {
  readonly catalogReads: CatalogReads;
  readonly productSearch: ProductSearch;
  /** The currency of the default market (ISO 4217). */
  readonly currency: string;
}

/**
 * A list with more hidden products is read from memory, because the database would have to skip all
 * of them.
 */
const MAX_HIDDEN = 800;

/**
 * The lists of the shop. A list is read from the database when an index has its order and contains
 * nothing else. Filtered lists, sorted lists of collections and counts come from the search, which
 * holds them in memory.
 */
export const shopLists = ({ catalogReads, productSearch, currency }: Needs): CatalogReads => {
  const search = async (
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
          (filter.minPrice ?? filter.maxPrice)?.currency ??
          audience.shoppingContext?.currency ??
          currency,
        withFacets: false,
        withSuggestions: false,
      },
      audience,
    );

  /** The filter for the search; null for a list that is read from the database. */
  const filterForSearch = (
    { filter, sort }: Pick<ProductList, "filter" | "sort">,
    audience: Audience,
  ): SearchFilter | null => {
    const { collection, ...conditions } = filter;
    const searchFilter = toSearchFilter(filter);
    if (audience.sees === "everything" || searchFilter === null) return null;
    const hasIndex =
      isEmpty(conditions) &&
      (collection === undefined
        ? !(sort.key === "PRICE" && priceListOf(audience.shoppingContext) !== null)
        : sort.key === "MANUAL");
    return hasIndex && productSearch.hidden(audience, collection) <= MAX_HIDDEN
      ? null
      : searchFilter;
  };

  return {
    ...catalogReads,
    products: async (list, audience, fields) => {
      const filter = filterForSearch(list, audience);
      if (filter === null) return catalogReads.products(list, audience, fields);
      const { page, variants } = await search({ ...list, filter }, audience);
      return readFoundProducts(catalogReads, page, audience, fields, variants);
    },
    countProducts: async (filter, audience) => {
      const searchFilter = toSearchFilter(filter);
      if (audience.sees === "everything" || searchFilter === null)
        return catalogReads.countProducts(filter, audience);
      return (await search({ filter: searchFilter, ...FIRST_ONE }, audience)).total;
    },
    productsOfCollections: async (ids, page, audience, fields, order = "MANUAL") => {
      const sort = sortOf(order);
      if (
        ids.every(
          (collection) => filterForSearch({ filter: { collection }, sort }, audience) === null,
        )
      )
        return catalogReads.productsOfCollections(ids, page, audience, fields, order);
      const pages = await Promise.all(
        ids.map(async (collection) => {
          const filter = { collections: [collection] };
          return [collection, (await search({ filter, sort, page }, audience)).page] as const;
        }),
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

/** The pages of several lists, with all their products read in one statement. */
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
  const found = await readFoundProducts(reads, all, audience, fields);
  const products = new Map(found.items.map(({ item }) => [item.id, item]));
  return new Map(
    pages.map(([collection, page]) => [collection, mapPage(page, (id) => products.get(id))]),
  );
};

const isEmpty = ({ text, ...conditions }: Omit<ProductFilter, "collection">): boolean =>
  Object.values(conditions).every((one) => one === undefined) && fold(text ?? "") === "";

/** The same filter for the search; null when the search does not have one of its conditions. */
const toSearchFilter = ({
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
  isEmpty(others)
    ? {
        ...(collection !== undefined && { collections: [collection] }),
        ...(tags && { tags }),
        ...(vendors && { vendors }),
        ...(types && { types }),
        ...(minPrice && { minPrice }),
        ...(maxPrice && { maxPrice }),
        ...(available !== undefined && { available }),
        ...(onSale !== undefined && { onSale }),
        ...(text !== undefined && fold(text) !== "" && { text }),
      }
    : null;
