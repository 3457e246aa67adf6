import { SlugTaken } from "../../../domain/catalog/errors.js";
import { MetafieldNameTaken } from "../../../domain/catalog/metafields/errors.js";
import { slugify } from "../../../domain/catalog/slug.js";
import { SkuTaken } from "../../../domain/catalog/variants/errors.js";
import type { DomainError } from "../../../domain/shared/domain-error.js";
import { StaleVersion } from "../../../domain/shared/stale-version.js";
import type { Clock } from "../../shared/clock.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { mayWriteInventory } from "../../inventory/ports/permissions.js";
import { mayWritePricing } from "../../pricing/ports/permissions.js";
import { isAboutPrice } from "../../pricing/pricing.js";
import { authorise, type Viewer } from "../../shared/viewer.js";
import type { ProductEntry } from "../ports/product-files.js";
import type { EditNeeds, EditStores } from "../product-edit/lock-products.js";
import { saveProducts } from "../product-edit/save-products.js";
import { declareMetafields, importedMetafields } from "./declare-metafields.js";
import { explainRefusal } from "./explain-refusal.js";
import { importCollections, membersOf } from "./import-collections.js";
import { importWarnings } from "./import-warnings.js";
import { planProductImport, type StoredBatch } from "./plan-product-import.js";
import { refusedProduct, type ProductReport } from "./product-report.js";

export interface ImportNeeds extends EditNeeds {
  readonly unitOfWork: UnitOfWork<EditStores>;
  readonly clock: Clock;
}

export interface ImportContext extends ImportNeeds {
  readonly viewer: Viewer;
}

/**
 * Imports a batch of products together. After a conflict with another transaction they are imported
 * one by one.
 */
export const importBatch = (
  context: ImportContext,
  entries: readonly ProductEntry[],
  dryRun: boolean,
): Promise<readonly ProductReport[]> =>
  context.unitOfWork.run(async (stores, { attempt }) => {
    const importTogether = (some: readonly ProductEntry[]) =>
      attempt(() => importEntries(context, stores, some, dryRun));
    try {
      return await importTogether(entries);
    } catch (error) {
      if (!isConflict(error)) throw error;
      const reports: ProductReport[] = [];
      for (const entry of entries)
        reports.push(
          ...(await importTogether([entry]).catch((conflict: unknown) =>
            conflictReports(entry, conflict),
          )),
        );
      return reports;
    }
  });

const isConflict = (error: unknown): error is DomainError =>
  error instanceof SlugTaken ||
  error instanceof SkuTaken ||
  error instanceof MetafieldNameTaken ||
  error instanceof StaleVersion;

function conflictReports(entry: ProductEntry, error: unknown): readonly ProductReport[] {
  if (!isConflict(error)) throw error;
  return [refusedProduct(entry, entry.record ? [explainRefusal(error, entry.record, null)] : [])];
}

async function importEntries(
  { ids, currency, clock, viewer }: ImportContext,
  stores: EditStores,
  entries: readonly ProductEntry[],
  dryRun: boolean,
): Promise<readonly ProductReport[]> {
  const stored = await loadBatch(stores, viewer, entries);
  const now = clock.now();
  const plans = entries.map((entry) => planProductImport(entry, stored, { ids, currency, now }));
  const reports = await Promise.all(
    plans.map(({ report }) => withSkuOwners(stores, stored, report)),
  );
  const members = membersOf(plans);
  const collections = await stores.collections.bySlug([...members.keys()]);
  if (!dryRun) {
    const accepted = entries.flatMap(({ record }, index) =>
      record && plans[index]?.edited ? [record] : [],
    );
    await declareMetafields(stores, accepted, stored.metafields, { ids, now });
    await saveProducts(
      { stores, viewer, now: clock.now() },
      plans.flatMap(({ edited }) => edited ?? []),
    );
    await importCollections(ids, clock.now(), stores, members, collections);
  }
  return reports.map((report, index) => {
    const [title, record] = [plans[index]?.collection ?? null, entries[index]?.record];
    return title !== null && record && collections.get(slugify(title))?.rules
      ? { ...report, warnings: [...report.warnings, importWarnings.automatedCollection(record)] }
      : report;
  });
}

async function loadBatch(
  { products, prices, stockItems, metafieldDefinitions, taxCategories }: EditStores,
  viewer: Viewer,
  entries: readonly ProductEntry[],
): Promise<StoredBatch> {
  const records = entries.flatMap(({ record }) => record ?? []);
  const found = await products.bySlug(records.map(({ slug }) => slug));
  const skus = records.flatMap(({ variants }) => variants.flatMap(({ sku }) => sku ?? []));
  const variantIds = [...found.values()].flatMap((product) =>
    product.snapshot().variants.map(({ id }) => id),
  );
  const priced = records.some(({ variants }) => variants.some(isAboutPrice));
  if (priced) authorise(mayWritePricing, viewer);
  const stocked = records.some(({ variants }) =>
    variants.some(({ onHand }) => onHand !== undefined),
  );
  if (stocked) authorise(mayWriteInventory, viewer);
  const hasTaxCodes = records.some(({ variants }) => variants.some(({ taxCode }) => taxCode));
  return {
    products: found,
    ownersOfSkus: await products.ownersOfSkus(skus),
    prices: await prices.lock(priced ? variantIds : []),
    stock: await stockItems.byVariant(stocked ? variantIds : []),
    metafields: await importedMetafields({ metafieldDefinitions }, records),
    taxCategories: hasTaxCodes ? await taxCategories.all() : [],
  };
}

/** Adds the slug of the product that has the SKU already. */
async function withSkuOwners(
  { products }: EditStores,
  { ownersOfSkus }: StoredBatch,
  report: ProductReport,
): Promise<ProductReport> {
  const defects = [];
  for (const defect of report.defects) {
    const owner = defect.code === "SKU_TAKEN" ? ownersOfSkus.get(defect.value ?? "") : undefined;
    const slug = owner && (await products.get(owner)).snapshot().slug;
    defects.push(
      slug && slug !== report.name
        ? {
            ...defect,
            reason: `The SKU "${defect.value}" belongs to the product "${slug}" already: every SKU may be used once.`,
          }
        : defect,
    );
  }
  return { ...report, defects };
}
