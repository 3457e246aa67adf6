import type { Ids } from "../../shared/ids.js";
import { collectionTitle } from "../../../domain/catalog/collection.js";
import { SkuTaken } from "../../../domain/catalog/errors.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { Product } from "../../../domain/catalog/product.js";
import { slugify } from "../../../domain/catalog/slug.js";
import type { StockItem } from "../../inventory/inventory.js";
import type { VariantPrice } from "../../pricing/pricing.js";
import { Problems, Refused } from "../../../domain/shared/domain-error.js";
import type { SheetMetafields } from "../metafields/declare-metafields.js";
import { explainRefusal } from "./explain-refusal.js";
import { promised, withoutPrice } from "./figure-remarks.js";
import { count, type ProductReport } from "./import-report.js";
import { mergeProduct, type MergedProduct } from "./merge-product.js";
import { planPrice, planStock, type Change } from "../offers/plan-figures.js";
import { fateOfImage, fateOfVariant, refusedReport } from "./product-outcome.js";
import type { ProductEntry } from "../ports.js";
import type { EditedProduct, StockEdit } from "../products/put-products.js";
import type { ProductSheet, Remark } from "./product-sheet.js";

/** What is stored of the products of a batch. */
export interface Known {
  readonly products: ReadonlyMap<string, Product>;
  readonly ownersOfSkus: ReadonlyMap<string, ProductId>;
  readonly prices: ReadonlyMap<VariantId, VariantPrice>;
  readonly stock: ReadonlyMap<VariantId, StockItem>;
  readonly metafields: SheetMetafields;
}

/** What has to be written for one product; `edited` is null where it is refused. */
export interface Plan {
  readonly report: ProductReport;
  readonly edited: EditedProduct | null;
  readonly collection: string | null;
}

export interface Planning {
  readonly ids: Ids;
  readonly currency: string;
  readonly now: Date;
}

/** Decides about one product of a file, without writing: everything that speaks against it is found at once. */
export const planProductImport = (entry: ProductEntry, known: Known, planning: Planning): Plan => {
  const { sheet } = entry;
  if (!sheet) return refused(entry, []);
  const stored = known.products.get(sheet.slug) ?? null;
  const before = stored?.snapshot() ?? null;
  const problems = new Problems();
  const warnings: Remark[] = [...entry.warnings];
  const warn = (remark: Remark): void => void warnings.push(remark);
  const { collection } = sheet;
  if (collection !== undefined)
    problems.attempt(() => slugify(collectionTitle(collection)), "collection");
  const merged =
    problems.attempt(() =>
      mergeProduct(sheet, before, { ...planning, metafieldTypes: known.metafields.types }),
    ) ?? null;
  const written = merged && problems.attempt(() => write(stored, merged, planning));
  const prices = new Map<VariantId, VariantPrice | null>();
  const stock = new Map<VariantId, StockEdit>();
  for (const [index, { variant, sheet: given }] of merged?.variants.entries() ?? []) {
    const owner = variant.sku === null ? undefined : known.ownersOfSkus.get(variant.sku);
    if (owner !== undefined && owner !== stored?.id)
      problems.add(new SkuTaken(variant.sku ?? "", ["variants", String(index), "sku"]));
    if (!given) continue;
    const at = ["variants", String(index)] as const;
    keep(
      prices,
      variant.id,
      problems.attempt(
        () =>
          planPrice(variant.id, given, known.prices.get(variant.id), planning.currency, () =>
            warn(withoutPrice(given)),
          ),
        ...at,
      ),
    );
    const onHandBefore = known.stock.get(variant.id)?.snapshot().onHand ?? null;
    const item = problems.attempt(
      () => planStock(variant.id, given, known.stock.get(variant.id), () => warn(promised(given))),
      ...at,
      "onHand",
    );
    keep(stock, variant.id, item === undefined ? undefined : { onHandBefore, item });
  }
  const defects = explained(problems, sheet, merged);
  if (!merged || !written || defects.length > 0 || entry.defects.length > 0)
    return refused({ ...entry, warnings }, defects);

  const { product } = written;
  const after = product.snapshot();
  const touched = written.changed || prices.size > 0 || stock.size > 0;
  const report: ProductReport = {
    name: entry.name,
    rows: entry.rows,
    fate: !stored ? "created" : touched ? "updated" : "unchanged",
    variants: count(
      merged.variants.flatMap((one, index) =>
        fateOfVariant(
          one,
          after.variants[index],
          prices.has(one.variant.id) || stock.has(one.variant.id),
        ),
      ),
    ),
    images: count(merged.images.flatMap((one, index) => fateOfImage(one, after.media[index]))),
    defects: [],
    warnings,
  };
  return {
    report,
    edited: { product, before, knownPrices: known.prices, knownStock: known.stock, prices, stock },
    collection: collection ?? null,
  };
};

const refused = (entry: ProductEntry, defects: readonly Remark[]): Plan => ({
  report: refusedReport(entry, defects),
  edited: null,
  collection: null,
});

function write(
  stored: Product | null,
  { content }: MergedProduct,
  { ids, now }: Planning,
): { readonly product: Product; readonly changed: boolean } {
  if (!stored) return { product: Product.create(ids.next("product"), content, now), changed: true };
  return { product: stored, changed: stored.revise(content, now).length > 0 };
}

function keep<State>(
  changes: Map<VariantId, State | null>,
  variantId: VariantId,
  change: Change<State>,
): void {
  if (change !== undefined) changes.set(variantId, change);
}

function explained(
  problems: Problems,
  sheet: ProductSheet,
  merged: MergedProduct | null,
): readonly Remark[] {
  try {
    problems.throwIfAny();
    return [];
  } catch (error) {
    if (error instanceof Refused)
      return error.errors.map((one) => explainRefusal(one, sheet, merged));
    throw error;
  }
}
