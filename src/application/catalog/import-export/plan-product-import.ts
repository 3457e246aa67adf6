import { collectionTitle } from "../../../domain/catalog/collections/checked-collection.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { Product } from "../../../domain/catalog/products/product.js";
import { slugify } from "../../../domain/catalog/slug.js";
import { SkuTaken } from "../../../domain/catalog/variants/errors.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { VariantPrice } from "../../../domain/pricing/pricing.js";
import { planStock, type StockEdit } from "../../inventory/inventory.js";
import { isUnknownTaxCode, planPrice } from "../../pricing/pricing.js";
import type { ProductEntry } from "../ports/product-files.js";
import { parseId } from "../../shared/ids.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { ProductRecord } from "../ports/product-record.js";
import type { EditedProduct } from "../product-edit/edited-product.js";
import type { EditNeeds } from "../product-edit/lock-products.js";
import { keptTypes } from "./declare-metafields.js";
import { explainRefusal } from "./explain-refusal.js";
import { countOutcomes } from "./import-outcome.js";
import { findStored } from "./find-stored.js";
import type { ImportState } from "./import-state.js";
import { importWarnings } from "./import-warnings.js";
import { checkFields, importedFields, namedLater } from "./imported-fields.js";
import { issuesOfNew } from "./issues-of-new.js";
import type { StoredBatch } from "./stored-batch.js";
import { mergeProduct, type MergedProduct } from "./merge-product.js";
import {
  imageOutcome,
  refusedProduct,
  variantOutcome,
  type ProductReport,
} from "./product-report.js";

/** What has to be saved for one product; `edited` is null when it is refused. */
export interface ProductImportPlan {
  readonly report: ProductReport;
  readonly edited: EditedProduct | null;
  /** The title of its collection. */
  readonly collection: string | null;
}

interface PlanNeeds extends EditNeeds {
  readonly now: Date;
  /** The address of an image for everybody. */
  readonly toFileUrl: (url: string) => string;
  /** What earlier products of the file have changed; this one is noted in it. */
  readonly state: ImportState;
}

/** Decides about one product of a file without saving it. All its defects are reported together. */
export const planProductImport = (
  entry: ProductEntry,
  stored: StoredBatch,
  needs: PlanNeeds,
): ProductImportPlan => {
  const { record } = entry;
  if (!record) return refused(entry, []);
  const problems = new Problems();
  const found = findStored(record, stored, needs.state);
  const storedProduct = found.product;
  const before = storedProduct?.snapshot() ?? null;
  const { collection } = record;
  if (collection !== undefined)
    problems.collect(() => slugify(collectionTitle(collection)), "collection");
  const fields = importedFields(stored);
  const merged =
    problems.collect(() =>
      mergeProduct(record, before, {
        ...needs,
        metafields: fields.merge,
        promisedVariant: (sku) =>
          parseId("variant", needs.state.promised("variant", sku) ?? "") ?? undefined,
      }),
    ) ?? null;
  if (merged) checkFields(before, merged, stored.metafields.declared, problems);
  const revised = merged && problems.collect(() => revise(storedProduct, merged, needs));
  const { prices, stock, warnings } = planPricesAndStock(
    merged,
    storedProduct,
    stored,
    needs,
    problems,
  );
  const entryWarnings = [
    ...entry.warnings,
    ...found.warnings,
    ...warnings,
    ...fields.warnings,
    ...keptTypes(record, stored.metafields),
    ...record.variants
      .filter(({ taxCode }) => isUnknownTaxCode(taxCode ?? null, stored.taxCategories))
      .map(importWarnings.unknownTaxCode),
  ];
  const defects = [...found.defects, ...defectsOf(problems, record, merged)];
  if (!merged || !revised || defects.length > 0 || entry.defects.length > 0)
    return refused({ ...entry, warnings: entryWarnings }, defects);

  const { product } = revised;
  noteReleased(needs.state, before, merged);
  const after = product.snapshot();
  const hasChanged = revised.changed || prices.size > 0 || stock.size > 0;
  const report: ProductReport = {
    name: entry.name,
    rows: entry.rows,
    outcome: !storedProduct ? "created" : hasChanged ? "updated" : "unchanged",
    variants: countOutcomes(
      merged.variants.flatMap((one, index) =>
        variantOutcome(
          one,
          after.variants[index],
          prices.has(one.variant.id) || stock.has(one.variant.id),
        ),
      ),
    ),
    images: countOutcomes(
      merged.images.flatMap((one, index) => imageOutcome(one, after.media[index])),
    ),
    defects: [],
    warnings: [
      ...entryWarnings,
      ...issuesOfNew(needs.state, record, merged, storedProduct),
      ...namedLater(needs.state, record, merged, product.id),
    ],
  };
  return {
    report,
    edited: {
      product,
      before,
      storedPrices: stored.prices,
      prices,
      stock,
    },
    collection: collection ?? null,
  };
};

const refused = (entry: ProductEntry, defects: readonly ImportIssue[]): ProductImportPlan => ({
  report: refusedProduct(entry, defects),
  edited: null,
  collection: null,
});

function revise(
  stored: Product | null,
  { content }: MergedProduct,
  { ids, now, state }: PlanNeeds,
): { readonly product: Product; readonly changed: boolean } {
  const promised = () => parseId("product", state.promised("product", content.slug) ?? "");
  if (!stored)
    return {
      product: Product.create(promised() ?? ids.next("product"), content, now),
      changed: true,
    };
  return { product: stored, changed: stored.revise(content, now).length > 0 };
}

function planPricesAndStock(
  merged: MergedProduct | null,
  storedProduct: Product | null,
  stored: StoredBatch,
  { currency, state }: PlanNeeds,
  problems: Problems,
) {
  const prices = new Map<VariantId, VariantPrice | null>();
  const stock = new Map<VariantId, StockEdit>();
  const warnings: ImportIssue[] = [];
  for (const [index, { variant, record }] of merged?.variants.entries() ?? []) {
    const owner = variant.sku === null ? undefined : stored.ownersOfSkus.get(variant.sku);
    const isFree = owner === undefined || state.hasReleased(variant.sku ?? "", owner);
    if (!isFree && owner !== storedProduct?.id)
      problems.add(new SkuTaken(variant.sku ?? "", ["variants", String(index), "sku"]));
    if (!record) continue;
    const path = ["variants", String(index)] as const;
    const price = problems.collect(
      () =>
        planPrice(variant.id, record, stored.prices.get(variant.id)?.price, currency, () =>
          warnings.push(importWarnings.withoutPrice(record)),
        ),
      ...path,
    );
    if (price !== undefined) prices.set(variant.id, price);
    const edit = problems.collect(
      () =>
        planStock(
          variant.id,
          record.onHand,
          stored.stock.get(variant.id),
          () => warnings.push(importWarnings.reserved(record)),
          "IMPORTED",
        ),
      ...path,
      "onHand",
    );
    if (edit !== undefined) stock.set(variant.id, edit);
  }
  return { prices, stock, warnings };
}

/** Notes the SKUs that the variants of a product give up. */
function noteReleased(
  state: ImportState,
  before: ProductSnapshot | null,
  { variants }: MergedProduct,
): void {
  const kept = new Set(variants.map(({ variant }) => variant.sku));
  for (const { sku } of before?.variants ?? [])
    if (before && sku !== null && !kept.has(sku)) state.release(sku, before.id);
}

function defectsOf(
  problems: Problems,
  record: ProductRecord,
  merged: MergedProduct | null,
): readonly ImportIssue[] {
  return problems.errors.map((one) => explainRefusal(one, record, merged));
}
