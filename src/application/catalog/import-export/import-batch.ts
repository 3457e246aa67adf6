import { SlugTaken } from "../../../domain/catalog/errors.js";
import { MetafieldNameTaken } from "../../../domain/catalog/metafields/errors.js";
import { slugify } from "../../../domain/catalog/slug.js";
import { SkuTaken } from "../../../domain/catalog/variants/errors.js";
import type { DomainError } from "../../../domain/shared/domain-error.js";
import { StaleVersion } from "../../../domain/shared/stale-version.js";
import type { Product } from "../../../domain/catalog/products/product.js";
import type { Clock } from "../../shared/clock.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { mayWriteInventory } from "../../inventory/ports/permissions.js";
import { mayWritePricing } from "../../pricing/ports/permissions.js";
import { isAboutPrice } from "../../pricing/pricing.js";
import { parseId } from "../../shared/ids.js";
import { authorise, type Viewer } from "../../shared/viewer.js";
import type { ProductEntry } from "../ports/product-files.js";
import type { EditNeeds, EditStores } from "../product-edit/lock-products.js";
import { saveProducts } from "../product-edit/save-products.js";
import { declareMetafields, importedMetafields, noteDeclared } from "./declare-metafields.js";
import { explainRefusal } from "./explain-refusal.js";
import { foundReferences } from "./found-references.js";
import { joinCollections, membersOf } from "./join-collections.js";
import type { ImportState } from "./import-state.js";
import { importWarnings } from "./import-warnings.js";
import { absoluteUrl, withOwnAddresses } from "./own-addresses.js";
import { planProductImport } from "./plan-product-import.js";
import type { StoredBatch } from "./stored-batch.js";
import { refusedProduct, type ProductReport } from "./product-report.js";

export interface ImportNeeds extends EditNeeds {
  readonly unitOfWork: UnitOfWork<EditStores>;
  readonly clock: Clock;
}

export interface ImportContext extends ImportNeeds {
  readonly viewer: Viewer;
}

interface BatchContext extends ImportContext {
  readonly publicUrl: string | null;
  readonly state: ImportState;
}

/**
 * Imports a batch of products together. After a conflict with another transaction, or within the
 * batch, they are imported one by one.
 */
export const importBatch = async (
  context: BatchContext,
  entries: readonly ProductEntry[],
  dryRun: boolean,
): Promise<readonly ProductReport[]> => {
  const { reports, draft } = await context.unitOfWork.run(async (stores, { attempt }) => {
    const draft = context.state.draft();
    const importTogether = async (some: readonly ProductEntry[]) => {
      const own = draft.draft();
      const reports = await attempt(() =>
        importEntries({ ...context, state: own }, stores, some, dryRun),
      );
      draft.keep(own);
      return reports;
    };
    try {
      return { reports: await importTogether(entries), draft };
    } catch (error) {
      if (!isConflict(error)) throw error;
      const reports: ProductReport[] = [];
      for (const entry of entries)
        reports.push(
          ...(await importTogether([entry]).catch((conflict: unknown) =>
            conflictReports(entry, conflict),
          )),
        );
      return { reports, draft };
    }
  });
  context.state.keep(draft);
  return reports;
};

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
  { ids, currency, clock, viewer, publicUrl, state }: BatchContext,
  stores: EditStores,
  fileEntries: readonly ProductEntry[],
  dryRun: boolean,
): Promise<readonly ProductReport[]> {
  const entries = await withOwnAddresses(stores, fileEntries, publicUrl, clock.now());
  const stored = await loadBatch(stores, { viewer, state, ids }, entries);
  const now = clock.now();
  const toFileUrl = (url: string): string => absoluteUrl(url, publicUrl);
  const plans = entries.map((entry) =>
    planProductImport(entry, stored, { ids, currency, now, state, toFileUrl }),
  );
  const reports = await Promise.all(
    plans.map(({ report }) => withSkuOwners(stores, stored, report)),
  );
  const members = membersOf(plans);
  const collections = await stores.collections.bySlug([...members.keys()]);
  const accepted = entries.flatMap(({ record }, index) =>
    record && plans[index]?.edited ? [record] : [],
  );
  noteDeclared(state, accepted, stored.metafields);
  if (!dryRun) {
    await declareMetafields(stores, accepted, stored.metafields, { ids, now, file: state.file });
    await saveProducts(
      { stores, viewer, now: clock.now() },
      plans.flatMap(({ edited }) => edited ?? []),
    );
    await joinCollections(ids, clock.now(), stores, members, collections);
  }
  return reports.map((report, index) => {
    const [title, record] = [plans[index]?.collection ?? null, entries[index]?.record];
    return title !== null && record && collections.get(slugify(title))?.rules
      ? { ...report, warnings: [...report.warnings, importWarnings.automatedCollection(record)] }
      : report;
  });
}

async function loadBatch(
  stores: EditStores,
  { viewer, state, ids }: Pick<BatchContext, "viewer" | "state" | "ids">,
  entries: readonly ProductEntry[],
): Promise<StoredBatch> {
  const { products, prices, stockItems, metafieldDefinitions, taxCategories } = stores;
  const records = entries.flatMap(({ record }) => record ?? []);
  const slugs = records.map(({ slug }) => slug);
  const bySlug = await products.bySlug(slugs);
  const byOldSlug = await findByOldSlug(
    stores,
    slugs.filter((slug) => !bySlug.has(slug)),
  );
  const found = new Map([...bySlug, ...byOldSlug]);
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
  const metafields = await importedMetafields({ metafieldDefinitions }, records, state);
  return {
    products: bySlug,
    byOldSlug,
    ownersOfSkus: await products.ownersOfSkus(skus),
    prices: await prices.lock(priced ? variantIds : []),
    stock: await stockItems.byVariant(stocked ? variantIds : []),
    metafields,
    references: await foundReferences(stores, records, metafields, { state, ids }),
    taxCategories: hasTaxCodes ? await taxCategories.all() : [],
  };
}

/** The products that had these slugs once, by old slug. */
async function findByOldSlug(
  { products, redirects }: EditStores,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, Product>> {
  if (slugs.length === 0) return new Map();
  const found = await redirects.ofSlugs("product", slugs);
  if (found.length === 0) return new Map();
  const targets = await products.byId(
    found.flatMap(({ target }) => parseId("product", target) ?? []),
  );
  const byId = new Map<string, Product>(targets);
  return new Map(
    found.flatMap(({ slug, target }) => {
      const product = byId.get(target);
      return product ? [[slug, product] as const] : [];
    }),
  );
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
