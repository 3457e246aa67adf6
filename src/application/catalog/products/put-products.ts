import { choices, type Choices } from "../../../domain/catalog/choices.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { listing, type Listing, type VariantOffer } from "../../../domain/catalog/listing.js";
import type { PriceRangeWithin } from "../../../domain/catalog/price-range.js";
import type { Product, ProductSnapshot } from "../../../domain/catalog/product.js";
import {
  changed,
  productChanges,
  type FieldChange,
} from "../../../domain/catalog/product-changes.js";
import type { StockItem } from "../../inventory/inventory.js";
import type { VariantPrice } from "../../pricing/pricing.js";
import { checkMetafields } from "../metafields/check-metafields.js";
import { keepRedirects } from "../keep-redirects.js";
import {
  amount,
  knownLists,
  listPriceChanges,
  ownOffer,
  rangesWithin,
  type KnownLists,
  type ListPriceEdit,
} from "../offers/within-price-lists.js";
import { isTurned, planAnnouncements } from "./plan-announcements.js";
import type { Editing, TakenProduct } from "./take-products.js";

/** Stock that changes, with the units on hand before; null takes it away. */
export interface StockEdit {
  readonly onHandBefore: number | null;
  readonly item: StockItem | null;
}

/** A product that has been edited, and is to be stored. */
export interface EditedProduct {
  readonly product: Product;
  /** Null for a new product. */
  readonly before: ProductSnapshot | null;
  /** All prices of its variants that are stored. */
  readonly knownPrices: ReadonlyMap<VariantId, VariantPrice>;
  /** All stock of its variants that is stored. */
  readonly knownStock: ReadonlyMap<VariantId, StockItem>;
  /** The prices that change; null takes one away. */
  readonly prices: ReadonlyMap<VariantId, VariantPrice | null>;
  readonly stock: ReadonlyMap<VariantId, StockEdit>;
  /** The prices in price lists that change. */
  readonly listPrices?: readonly ListPriceEdit[];
}

/** A taken product as it stands now, with the figures that change. */
export const asEdited = (
  { product, before, prices: knownPrices, stock: knownStock }: TakenProduct,
  {
    prices = new Map(),
    stock = new Map(),
    listPrices = [],
  }: Partial<Pick<EditedProduct, "prices" | "stock" | "listPrices">> = {},
): EditedProduct => ({
  product,
  before,
  knownPrices,
  knownStock,
  prices,
  stock,
  listPrices,
});

/**
 * Stores edited products with their figures, their place in lists and their history: every edit, an import too, comes through here.
 * @returns what changed, product by product
 * @throws SlugTaken, SkuTaken, StaleVersion, Refused with MetafieldUndeclared, StockPromised
 */
export const putProducts = async (
  { stores, viewer, now }: Editing,
  edited: readonly EditedProduct[],
): Promise<ReadonlyMap<ProductId, readonly FieldChange[]>> => {
  const known = await knownLists(
    stores,
    edited.flatMap(({ before, product }) =>
      (before ?? product.snapshot()).variants.map(({ id }) => id),
    ),
  );
  const plans = edited.map((one) => planned(one, known, now));
  const touched = plans.filter(({ changes }) => changes.length > 0);
  await checkMetafields(stores, touched);
  await stores.products.save(touched.map(({ product }) => product));
  await stores.prices.save(
    touched.flatMap(({ prices }) => prices.flatMap(([, price]) => price ?? [])),
  );
  await stores.prices.remove(
    touched.flatMap(({ prices, gone }) => [
      ...gone,
      ...prices.flatMap(([id, price]) => (price === null ? [id] : [])),
    ]),
  );
  await stores.listPrices.save(
    touched.flatMap(({ listPrices }) => listPrices.flatMap(({ price }) => price ?? [])),
  );
  await stores.listPrices.remove(
    touched.flatMap(({ listPrices }) => listPrices.filter(({ price }) => price === null)),
  );
  if (known.lists.length > 0) await stores.listPrices.forget(touched.flatMap(({ gone }) => gone));
  await stores.stockItems.save(
    touched.flatMap(({ stock }) => stock.flatMap(([, { item }]) => item ?? [])),
  );
  await stores.stockItems.discard(touched.flatMap(({ discarded }) => discarded));
  await stores.stockItems.remove(touched.flatMap(({ gone }) => gone));
  // At once: what is due before the event comes round would find nothing to change.
  await stores.schedule.cancelAbout(touched.flatMap(({ gone }) => gone));
  await stores.listings.save(touched.map(({ listing: shown }) => shown));
  await stores.priceRanges.save(touched.flatMap(({ ranges }) => ranges));
  await stores.productChoices.save(
    new Map(
      touched.flatMap(({ product, choices: offered }) =>
        offered ? [[product.id, offered] as const] : [],
      ),
    ),
  );
  await keepRedirects(stores, "product", touched, now);
  await planAnnouncements(stores, touched, now);
  // In the unit of work of the change itself, so that no automated collection can miss it.
  await stores.collectionUpkeep.noteDue(touched.map(({ product }) => product.id));
  await stores.productHistory.add(
    touched.map(({ product, after, before, changes }) => ({
      productId: product.id,
      kind: before ? "UPDATED" : "CREATED",
      version: after.version,
      at: now,
      actor: viewer.kind,
      changes,
    })),
  );
  return new Map(plans.map(({ product, changes }) => [product.id, changes]));
};

interface Planned {
  readonly product: Product;
  readonly before: ProductSnapshot | null;
  readonly after: ProductSnapshot;
  readonly prices: readonly (readonly [VariantId, VariantPrice | null])[];
  readonly stock: readonly (readonly [VariantId, StockEdit])[];
  readonly listPrices: readonly ListPriceEdit[];
  /** Stock that is no longer kept. */
  readonly discarded: readonly StockItem[];
  /** Variants that are no longer there, with their figures. */
  readonly gone: readonly VariantId[];
  readonly listing: Listing;
  /** What it costs where price lists hold; none where that stays as it is. */
  readonly ranges: readonly PriceRangeWithin[];
  /** Null where what can be chosen stays as it is: of thousands of variants it is much to write. */
  readonly choices: Choices | null;
  readonly changes: readonly FieldChange[];
}

const planned = (
  { product, before, knownPrices, knownStock, prices, stock, listPrices = [] }: EditedProduct,
  known: KnownLists,
  now: Date,
): Planned => {
  const priced = [...priceChanges(prices, knownPrices), ...listPriceChanges(known, listPrices)];
  if (before && priced.length > 0) product.reprice(now);
  const edited = product.snapshot();
  const parts = before ? productChanges(before, edited) : [];
  const changes = before ? [...parts, ...priced, ...stockChanges(stock)] : beginning(edited);
  if (!before || isTurned(before, edited)) product.announce(now);
  const after = product.snapshot();
  const kept = new Set(after.variants.map(({ id }) => id));
  const offers = offersOf(after, { knownPrices, knownStock, prices, stock });
  const isOfferedAnew = !before || stock.size > 0 || parts.some(isAboutChoice);
  return {
    product,
    before,
    after,
    prices: [...prices].filter(([id]) => kept.has(id)),
    stock: [...stock].filter(([id]) => kept.has(id)),
    discarded: [...stock].flatMap(([id, { item }]) =>
      item === null && kept.has(id) ? farewell(knownStock.get(id)) : [],
    ),
    gone: (before?.variants ?? []).map(({ id }) => id).filter((id) => !kept.has(id)),
    listPrices: listPrices.filter(({ variantId }) => kept.has(variantId)),
    listing: listing(after, offers),
    ranges:
      isOfferedAnew || priced.length > 0 ? rangesWithin(after, offers, known, listPrices) : [],
    choices: isOfferedAnew ? choices(after, offers) : null,
    changes: before
      ? [...changes, ...changed("visible", before.announced, after.announced)]
      : changes,
  };
};

type Figures = Pick<EditedProduct, "knownPrices" | "knownStock" | "prices" | "stock">;

const offersOf = (
  { variants }: ProductSnapshot,
  { knownPrices, knownStock, prices, stock }: Figures,
): ReadonlyMap<VariantId, VariantOffer> =>
  new Map(
    variants.map(({ id }) => {
      const price = prices.has(id) ? prices.get(id) : knownPrices.get(id);
      const item = stock.has(id) ? stock.get(id)?.item : knownStock.get(id);
      return [id, ownOffer(price, item?.available)];
    }),
  );

const isAboutChoice = ({ path }: FieldChange): boolean =>
  path === "options" || path.startsWith("variants.");

const farewell = (item: StockItem | undefined): readonly StockItem[] => {
  item?.discard();
  return item ? [item] : [];
};

/** Of a new product everything is new: its names say enough. */
const beginning = ({ title, slug }: ProductSnapshot): readonly FieldChange[] => [
  ...changed("title", null, title),
  ...changed("slug", null, slug),
];

const priceChanges = (
  prices: EditedProduct["prices"],
  known: EditedProduct["knownPrices"],
): readonly FieldChange[] =>
  [...prices].flatMap(([id, price]) =>
    FIGURES.flatMap((figure) =>
      changed(`variants.${id}.${figure}`, amount(known.get(id)?.[figure]), amount(price?.[figure])),
    ),
  );

const FIGURES = ["price", "compareAt", "cost"] as const;

const stockChanges = (stock: EditedProduct["stock"]): readonly FieldChange[] =>
  [...stock].flatMap(([id, { onHandBefore, item }]) =>
    changed(`variants.${id}.onHand`, onHandBefore, item?.snapshot().onHand),
  );
