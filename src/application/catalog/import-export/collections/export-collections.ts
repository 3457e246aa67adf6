import type { CollectionId } from "../../../../domain/catalog/ids.js";
import type { Metafield } from "../../../../domain/catalog/metafields/metafield.js";
import { fullName } from "../../../../domain/catalog/metafields/metafield.js";
import { allPages } from "../../../shared/page.js";
import type { TableKind } from "../../../shared/table-files.js";
import { useCase } from "../../../shared/use-case.js";
import type { FieldsOf, Selected } from "../../ports/audience.js";
import type { CatalogReads } from "../../ports/catalog-reads.js";
import type { CollectionView } from "../../ports/collection-view.js";
import { mayReadCatalog } from "../../ports/permissions.js";
import { fileFields } from "../file-fields.js";
import { metafieldColumns } from "../metafield-columns.js";
import { writeMetafieldHeader } from "../metafield-header.js";
import { absoluteUrl } from "../own-addresses.js";
import {
  collectionFileWith,
  fieldColumn,
  TRANSLATED,
  textColumn,
  type CollectionField,
} from "./collection-file.js";
import { orderText } from "./cell-reader.js";
import { conditionsText } from "./conditions-text.js";
import { allCollections, storedTree, type StoredTree } from "./stored-tree.js";

interface Needs {
  readonly catalogReads: CatalogReads;
}

interface ExportCollections {
  /** The address of the shop, for images of its own storage; null: their paths are exported. */
  readonly publicUrl?: string | null;
}

type ExportedRow = Readonly<Partial<Record<CollectionField, string>>>;

interface ExportedCollections {
  readonly kind: TableKind<CollectionField>;
  readonly rows: AsyncIterable<ExportedRow>;
}

/**
 * Exports all collections, also those that are not published, in the order of their creation, with
 * the products that are in them by hand or in an order by hand.
 */
export const exportCollections = useCase(
  mayReadCatalog,
  ({ catalogReads: reads }: Needs) =>
    async ({ publicUrl = null }: ExportCollections): Promise<ExportedCollections> => {
      const locales = new Set<string>();
      for await (const some of allCollections(reads, PAGE, new Set(["translations"])))
        for (const { translations = [] } of some)
          for (const { locale } of translations) locales.add(locale);
      const metafields = (await metafieldColumns(reads)).filter(
        ({ owner }) => owner === "COLLECTION",
      );
      return {
        kind: collectionFileWith(
          [...locales].toSorted(),
          new Map(metafields.map((field) => [fullName(field), writeMetafieldHeader(field)])),
        ),
        rows: rows(reads, await storedTree(reads), (url) => absoluteUrl(url, publicUrl)),
      };
    },
);

const PAGE = 100;
const PRODUCTS_AT_ONCE = 500;
const EVERYTHING = { sees: "everything" } as const;
const EXPORTED: FieldsOf<CollectionView> = new Set([
  "slug",
  "title",
  "descriptionHtml",
  "publication",
  "seo",
  "image",
  "rules",
  "sortOrder",
  "metafields",
  "translations",
] as const);

async function* rows(
  reads: CatalogReads,
  tree: StoredTree,
  toFileUrl: (url: string) => string,
): AsyncGenerator<ExportedRow> {
  const positions = new Map(
    [...tree.children.values()].flatMap((ids) => ids.map((id, index) => [id, index + 1] as const)),
  );
  for await (const collections of allCollections(reads, PAGE, EXPORTED)) {
    const toFileField = await fileFields(
      reads,
      collections.flatMap(({ metafields = [] }) => metafields),
      toFileUrl,
    );
    for (const collection of collections) {
      const { id, slug = "", rules, sortOrder } = collection;
      const parent = tree.parents.get(id);
      let settings: ExportedRow | null = {
        ...cellsOf(collection, toFileUrl, toFileField),
        parent: (parent && tree.slugs.get(parent)) ?? "",
        position: String(positions.get(id) ?? ""),
      };
      if (!rules || sortOrder === "MANUAL") {
        let position = 0;
        for await (const products of productsOf(reads, id))
          for (const product of products) {
            position++;
            yield { ...settings, handle: slug, product, productPosition: String(position) };
            settings = null;
          }
      }
      if (settings) yield { ...settings, handle: slug };
    }
  }
}

const cellsOf = (
  { title, descriptionHtml, publication, seo, image, ...collection }: Selected<CollectionView>,
  toFileUrl: (url: string) => string,
  toFileField: (field: Metafield) => Metafield,
): ExportedRow => {
  const { rules, sortOrder = "MANUAL", metafields = [], translations = [] } = collection;
  return {
    title: title ?? "",
    descriptionHtml: descriptionHtml ?? "",
    published: publication ? "TRUE" : "FALSE",
    publishedFrom: publication?.from.toISOString() ?? "",
    publishedUntil: publication?.until?.toISOString() ?? "",
    imageUrl: image ? toFileUrl(image.url) : "",
    imageAlt: image?.alt ?? "",
    focalPoint: image?.focalPoint ? `${image.focalPoint.x} ${image.focalPoint.y}` : "",
    seoTitle: seo?.title ?? "",
    seoDescription: seo?.description ?? "",
    sortOrder: orderText(sortOrder),
    conditions: rules ? conditionsText(rules.conditions) : "",
    match: rules?.match.toLowerCase() ?? "",
    ...Object.fromEntries([
      ...translations.flatMap((texts) =>
        TRANSLATED.map((text) => [textColumn(texts.locale, text), texts[text] ?? ""]),
      ),
      ...metafields.map((field) => [fieldColumn(fullName(field)), toFileField(field).value]),
    ]),
  };
};

/** The slugs of the products of a collection in their order by hand, in pages. */
async function* productsOf(
  reads: CatalogReads,
  id: CollectionId,
): AsyncGenerator<readonly string[]> {
  const empty = { items: [], hasNextPage: false, hasPreviousPage: false };
  for await (const products of allPages(PRODUCTS_AT_ONCE, async (page) => {
    const found = await reads.productsOfCollections(
      [id],
      page,
      EVERYTHING,
      new Set(["slug"]),
      "MANUAL",
    );
    return found.get(id) ?? empty;
  }))
    yield products.flatMap(({ slug }) => slug ?? []);
}
