import type { ProductId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/images/media.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import { allPages, type Page, type PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../ports/permissions.js";
import type { FieldsOf, Selected } from "../ports/audience.js";
import type { CatalogReads } from "../ports/catalog-reads.js";
import type { PricesAndStock } from "../ports/prices-and-stock.js";
import type { ProductFileShape } from "../ports/product-files.js";
import type { ProductRecord } from "../ports/product-record.js";
import type { ProductView } from "../ports/product-view.js";
import { absoluteUrl } from "./own-addresses.js";
import { fileFields } from "./file-fields.js";
import { metafieldColumns } from "./metafield-columns.js";
import {
  EXPORTED_OF_PRODUCT,
  EXPORTED_OF_VARIANT,
  toProductRecord,
  type ExportedProduct,
} from "./to-product-record.js";

interface Needs {
  readonly catalogReads: CatalogReads;
  readonly pricesAndStock: PricesAndStock;
}

interface ExportProducts {
  /** The address of the shop, for images of its own storage; null: their paths are exported. */
  readonly publicUrl?: string | null;
}

interface ExportedProducts {
  readonly shape: ProductFileShape;
  readonly records: AsyncIterable<ProductRecord>;
}

/**
 * Exports all products, also drafts, in the order of their creation. They are read twice, because
 * the header needs all columns.
 */
export const exportProducts = useCase(
  mayReadCatalog,
  (needs: Needs) =>
    async ({ publicUrl = null }: ExportProducts): Promise<ExportedProducts> => ({
      shape: await shapeOf(needs),
      records: records(needs, (url) => absoluteUrl(url, publicUrl)),
    }),
);

const PAGE = 100;
const EVERYTHING = { sees: "everything" } as const;
const PRICE_AND_STOCK_FIELDS = new Set(["price", "compareAt", "cost", "onHand"] as const);

const pageAfter = (after: string | null): PageRequest => ({
  size: PAGE,
  direction: "forward",
  after,
  before: null,
});

async function shapeOf(needs: Needs): Promise<ProductFileShape> {
  let options = 0;
  const swatches = new Set<number>();
  for await (const products of pages(needs, new Set(["options"])))
    for (const product of products) {
      options = Math.max(options, product.options?.length ?? 0);
      for (const [index, option] of product.options?.entries() ?? [])
        if (option.swatches) swatches.add(index);
    }
  const metafields = (await metafieldColumns(needs.catalogReads)).filter(
    ({ owner }) => owner !== "COLLECTION",
  );
  return { options, swatches: [...swatches], metafields };
}

async function* records(
  needs: Needs,
  toFileUrl: (url: string) => string,
): AsyncGenerator<ProductRecord> {
  const { catalogReads: reads, pricesAndStock } = needs;
  for await (const products of pages(needs, EXPORTED_OF_PRODUCT)) {
    const ids = products.map(({ id }) => id);
    const variants = await all<Variant>(
      ids,
      (some, page) =>
        reads.variantsOfProducts(some, page, EXPORTED_OF_VARIANT) as Promise<
          ReadonlyMap<ProductId, Page<Variant>>
        >,
    );
    const images = await all<Media>(
      ids,
      (some, page) =>
        reads.mediaOfProducts(some, page, new Set(["url", "alt"])) as Promise<
          ReadonlyMap<ProductId, Page<Media>>
        >,
    );
    const toFileField = await fileFields(
      reads,
      [...products, ...[...variants.values()].flat()].flatMap(({ metafields = [] }) => metafields),
      toFileUrl,
    );
    for (const product of products) {
      const own = variants.get(product.id) ?? [];
      const found = await pricesAndStock.byVariant(
        own.map(({ id }) => id),
        PRICE_AND_STOCK_FIELDS,
      );
      yield toProductRecord(product as ExportedProduct, own, images.get(product.id) ?? [], found, {
        toFileUrl,
        toFileField,
      });
    }
  }
}

const pages = (
  { catalogReads }: Needs,
  fields: FieldsOf<ProductView>,
): AsyncGenerator<readonly Selected<ProductView>[]> =>
  allPages(PAGE, (page) =>
    catalogReads.products(
      { filter: {}, sort: { key: "CREATED", reverse: false }, page },
      EVERYTHING,
      fields,
    ),
  );

/** Reads the first page of all products together, and further pages of those that have more. */
async function all<Part>(
  ids: readonly ProductId[],
  read: (
    ids: readonly ProductId[],
    page: PageRequest,
  ) => Promise<ReadonlyMap<ProductId, Page<Part>>>,
): Promise<ReadonlyMap<ProductId, readonly Part[]>> {
  const found = new Map<ProductId, Part[]>();
  for (const [id, page] of await read(ids, pageAfter(null))) {
    const parts = page.items.map(({ item }) => item);
    found.set(id, parts);
    for (let last = page; last.hasNextPage;) {
      const next = (await read([id], pageAfter(last.items.at(-1)?.cursor ?? null))).get(id);
      if (!next) break;
      parts.push(...next.items.map(({ item }) => item));
      last = next;
    }
  }
  return found;
}
