import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import type { Viewer } from "../../shared/viewer.js";
import { Collection } from "../../../domain/catalog/collection.js";
import { MetafieldNameTaken, SkuTaken, SlugTaken } from "../../../domain/catalog/errors.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { slugify } from "../../../domain/catalog/slug.js";
import type { DomainError } from "../../../domain/shared/domain-error.js";
import { StaleVersion } from "../../../domain/shared/stale-version.js";
import { EMPTY_COLLECTION } from "../collections/collection-words.js";
import { declareMetafields, metafieldsOf } from "../metafields/declare-metafields.js";
import { explainRefusal } from "./explain-refusal.js";
import type { ProductReport } from "./import-report.js";
import { leftToRules } from "./left-to-rules.js";
import { planProductImport, type Known, type Plan } from "./plan-product-import.js";
import { putCollection, putIntoCollection } from "../collections/put-into-collection.js";
import { putProducts } from "../products/put-products.js";
import { refusedReport } from "./product-outcome.js";
import type { ProductEntry } from "../ports.js";
import type { EditStores } from "../products/take-products.js";

export type ImportStores = EditStores;

export interface ImportNeeds {
  readonly unitOfWork: UnitOfWork<ImportStores>;
  readonly ids: Ids;
  readonly clock: Clock;
  /** In which all prices of the shop are (ISO 4217). */
  readonly currency: string;
}

export interface Importing extends ImportNeeds {
  readonly viewer: Viewer;
}

/** Brings a handful of products in together; where that clashes with something stored meanwhile, one by one. */
export const importBatch = (
  needs: Importing,
  entries: readonly ProductEntry[],
  dryRun: boolean,
): Promise<readonly ProductReport[]> =>
  needs.unitOfWork.run(async (stores, { attempt }) => {
    const together = (some: readonly ProductEntry[]) =>
      attempt(() => bringIn(needs, stores, some, dryRun));
    try {
      return await together(entries);
    } catch (error) {
      if (!isClash(error)) throw error;
      const reports: ProductReport[] = [];
      for (const entry of entries)
        reports.push(
          ...(await together([entry]).catch((clash: unknown) => explainClash(entry, clash))),
        );
      return reports;
    }
  });

const isClash = (error: unknown): error is DomainError =>
  error instanceof SlugTaken ||
  error instanceof SkuTaken ||
  error instanceof MetafieldNameTaken ||
  error instanceof StaleVersion;

function explainClash(entry: ProductEntry, error: unknown): readonly ProductReport[] {
  if (!isClash(error)) throw error;
  return [refusedReport(entry, entry.sheet ? [explainRefusal(error, entry.sheet, null)] : [])];
}

async function bringIn(
  needs: Importing,
  stores: ImportStores,
  entries: readonly ProductEntry[],
  dryRun: boolean,
): Promise<readonly ProductReport[]> {
  const known = await load(stores, entries);
  const planning = { ids: needs.ids, currency: needs.currency, now: needs.clock.now() };
  const plans = entries.map((entry) => planProductImport(entry, known, planning));
  const reports = await Promise.all(plans.map(({ report }) => withOwners(stores, known, report)));
  const members = membersOf(plans);
  const collections = await stores.collections.bySlug([...members.keys()]);
  if (!dryRun) {
    const accepted = entries.flatMap(({ sheet }, index) =>
      sheet && plans[index]?.edited ? [sheet] : [],
    );
    await declareMetafields(stores, accepted, known.metafields, planning);
    await putProducts(
      { stores, viewer: needs.viewer, now: needs.clock.now() },
      plans.flatMap(({ edited }) => edited ?? []),
    );
    await putIntoCollections(needs, stores, members, collections);
  }
  return reports.map((report, index) => {
    const [title, sheet] = [plans[index]?.collection ?? null, entries[index]?.sheet];
    return title !== null && sheet && collections.get(slugify(title))?.rules
      ? { ...report, warnings: [...report.warnings, leftToRules(sheet)] }
      : report;
  });
}

async function load(
  { products, prices, stockItems, metafieldDefinitions }: ImportStores,
  entries: readonly ProductEntry[],
): Promise<Known> {
  const sheets = entries.flatMap(({ sheet }) => sheet ?? []);
  const found = await products.bySlug(sheets.map(({ slug }) => slug));
  const skus = sheets.flatMap(({ variants }) => variants.flatMap(({ sku }) => sku ?? []));
  const variantIds = [...found.values()].flatMap((product) =>
    product.snapshot().variants.map(({ id }) => id),
  );
  return {
    products: found,
    ownersOfSkus: await products.ownersOfSkus(skus),
    prices: await prices.byVariant(variantIds),
    stock: await stockItems.byVariant(variantIds),
    metafields: await metafieldsOf({ metafieldDefinitions }, sheets),
  };
}

/** Says by its slug which product has a SKU already. */
async function withOwners(
  { products }: ImportStores,
  { ownersOfSkus }: Known,
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

interface Members {
  readonly title: string;
  readonly products: readonly ProductId[];
}

/** Which products go into which collection, by its slug. */
function membersOf(plans: readonly Plan[]): ReadonlyMap<string, Members> {
  const members = new Map<string, Members & { readonly products: ProductId[] }>();
  for (const { collection: title, edited } of plans) {
    if (title === null || !edited) continue;
    const slug = slugify(title);
    const group = members.get(slug) ?? { title, products: [] };
    group.products.push(edited.product.id);
    members.set(slug, group);
  }
  return members;
}

async function putIntoCollections(
  { ids, clock }: ImportNeeds,
  stores: ImportStores,
  members: ReadonlyMap<string, Members>,
  stored: ReadonlyMap<string, Collection>,
): Promise<void> {
  const now = clock.now();
  for (const [slug, { title, products }] of members) {
    const collection = stored.get(slug) ?? (await create(slug, title));
    // Rules decide by themselves what stands in an automated one.
    if (!collection.rules) await putIntoCollection(stores, collection, products, null, now);
  }

  async function create(slug: string, title: string): Promise<Collection> {
    const collection = Collection.create(
      ids.next("collection"),
      { ...EMPTY_COLLECTION, slug, title, publication: { from: now, until: null } },
      now,
    );
    await putCollection(stores, collection, null, now);
    return collection;
  }
}
