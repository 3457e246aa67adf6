import type { FieldsOf } from "../../../../application/catalog/ports/audience.js";
import type {
  PriceAndStockView,
  VariantWithPriceAndStock,
} from "../../../../application/catalog/ports/prices-and-stock.js";
import type { ProductView } from "../../../../application/catalog/ports/product-view.js";
import type { PriceTaxes } from "../../../../application/pricing/ports/price-taxes.js";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import { visibleStock } from "../../../../domain/shared/visible-stock.js";
import { isOnSale, isSellable } from "../../../../domain/listing/listing.js";
import {
  type TranslatedOption,
  translatedValue,
} from "../../../../domain/catalog/options/translated-option.js";
import { unitPrice } from "../../../../domain/catalog/variants/unit-price.js";
import { VARIANT_PROPERTIES } from "../../../../domain/catalog/variants/variant.js";
import { keysOf } from "../../../../domain/shared/keys-of.js";
import type { Money } from "../../../../domain/shared/money.js";
import { toGraphqlError } from "../../errors/to-graphql-error.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Requested } from "../../execution/requested-fields.js";
import { loadPriceTaxes } from "../../pricing/taxed-prices/load-price-taxes.js";
import { moneyPresenter } from "../../money/money-presenter.js";
import { taxedPricePresenter } from "../../pricing/taxed-prices/taxed-price-type.js";
import { loadProduct } from "../products/load-product.js";
import { loadPricesAndStock } from "./load-variants.js";
import { presentWeight } from "./present-weight.js";
import { OptionIds } from "../options/option-ids.js";
import type { SelectedOption } from "./selected-option.js";
import { priceAndStockFields } from "./variant-needs.js";
import type { Weight } from "./weight.js";

/**
 * Variants with the values of the requested fields, each worked out once: a resolver for each price
 * and each quantity would cost more than everything else in a list.
 * @param options of the product, where it was read together with its variants
 */
export const presentVariants = async (
  views: readonly VariantWithPriceAndStock[],
  requested: Requested,
  context: GraphqlContext,
  options?: readonly TranslatedOption[],
): Promise<readonly VariantSource[]> => {
  const priceAndStockOf = await pricesAndStock(views, requested, context);
  const taxes = TAXED.some((name) => requested.has(name)) ? await loadPriceTaxes(context) : null;
  const own =
    requested.has("optionValues") && !options
      ? await Promise.all(views.map((view) => optionsOf(view, context)))
      : [];
  const fields = [...requested].flatMap(([name, selection]) =>
    Object.hasOwn(FIELDS, name) ? [[name, FIELDS[name]?.(selection)] as const] : [],
  );
  return views.map((view, index) => {
    const subject = {
      view,
      priceAndStock: priceAndStockOf(view),
      options: own[index] ?? options ?? [],
      taxes,
      mostVisibleStock: context.mostVisibleStock,
    };
    const { id, productId, mediaId, metafields } = view;
    const source: Record<string, unknown> & VariantSource = { id, productId, mediaId };
    if (metafields) source["metafields"] = metafields;
    for (const [name, valueOf] of fields) source[name] = valueOf?.(subject);
    return source;
  });
};

/**
 * What a variant is answered from: only what was requested of it is there. Where its price and
 * stock could not be read, each of these values is the error.
 */
export interface VariantSource extends Readonly<Record<string, unknown>> {
  readonly id: VariantId;
  readonly productId: VariantWithPriceAndStock["productId"];
  readonly mediaId: VariantWithPriceAndStock["mediaId"];
}

interface Subject {
  readonly view: VariantWithPriceAndStock;
  readonly priceAndStock: Partial<PriceAndStockView> | Error;
  readonly options: readonly TranslatedOption[];
  /** Null where no taxed price is requested, or the market is deleted meanwhile. */
  readonly taxes: PriceTaxes | null;
  readonly mostVisibleStock: number;
}

type ValueOf = (subject: Subject) => unknown;

const copied =
  (name: keyof VariantWithPriceAndStock) =>
  (): ValueOf =>
  ({ view }) =>
    view[name];

const ofPriceAndStock =
  (
    valueOf: (
      priceAndStock: Partial<PriceAndStockView>,
      view: VariantWithPriceAndStock,
      taxes: PriceTaxes | null,
    ) => unknown,
  ): ValueOf =>
  ({ priceAndStock, view, taxes }) =>
    priceAndStock instanceof Error ? priceAndStock : (valueOf(priceAndStock, view, taxes) ?? null);

/** A price with and without tax, with the fields that are requested. */
const taxed =
  (priceOf: (priceAndStock: Partial<PriceAndStockView>) => Money | null | undefined) =>
  (selection: Requested): ValueOf => {
    const present = taxedPricePresenter(selection);
    return ofPriceAndStock((priceAndStock, { taxable = true, taxCode = null }, taxes) => {
      const price = priceOf(priceAndStock);
      return price && taxes && present(taxes.of(price, { taxable, taxCode }));
    });
  };

const reducedFrom = ({ price = null, compareAt = null }: Partial<PriceAndStockView>) =>
  compareAt && isOnSale({ price, compareAt }) ? compareAt : null;

/** The fields that need the taxes of the market. */
const TAXED = ["taxedPrice", "taxedCompareAtPrice"] as const;

/** How each field gets its value, chosen once for a page by what is requested of the field. */
const FIELDS: Readonly<Record<string, (selection: Requested) => ValueOf>> = {
  ...Object.fromEntries(keysOf(VARIANT_PROPERTIES).map((name) => [name, copied(name)])),
  optionValues:
    () =>
    ({ view, options }): readonly SelectedOption[] =>
      options.map((option, axis) => {
        const stored = view.optionValues?.[axis] ?? "";
        return {
          get id() {
            return new OptionIds(view.productId ?? view.id, option).ofValue(stored);
          },
          name: option.name,
          value: translatedValue(option, stored),
          get swatch() {
            const { swatches = [] } = option.stored ?? option;
            return swatches.find(({ value }) => value === stored) ?? null;
          },
        };
      }),
  weight:
    () =>
    ({ view: { weightMilligrams, weightUnit: unit = "GRAMS" } }): Weight | null =>
      weightMilligrams == null ? null : presentWeight(unit, weightMilligrams),
  price: (selection) => {
    const present = moneyPresenter(selection);
    return ofPriceAndStock(({ price }) => price && present(price));
  },
  compareAtPrice: (selection) => {
    const present = moneyPresenter(selection);
    return ofPriceAndStock((priceAndStock) => {
      const compareAt = reducedFrom(priceAndStock);
      return compareAt && present(compareAt);
    });
  },
  unitPrice: (selection) => {
    const present = moneyPresenter(selection);
    return ofPriceAndStock(({ price }, { unitPriceMeasure: measure }) => {
      const perUnit = price && measure ? unitPrice(price, measure) : null;
      return perUnit && present(perUnit);
    });
  },
  taxedPrice: taxed(({ price }) => price),
  taxedCompareAtPrice: taxed(reducedFrom),
  onSale: () =>
    ofPriceAndStock(({ price = null, compareAt = null }) => isOnSale({ price, compareAt })),
  // Where it is reduced, a resolver of pricing reads what it cost before.
  lowestPrice30Days: () =>
    ofPriceAndStock(({ price = null, compareAt = null }) => isOnSale({ price, compareAt })),
  available: () =>
    ofPriceAndStock(
      ({ available = null, isOffered = true }, { tracked = true, soldOutPolicy = "DENY" }) =>
        isSellable({ tracked, soldOutPolicy }, { available, isOffered }),
    ),
  stock: () => (subject) => {
    const { mostVisibleStock } = subject;
    return ofPriceAndStock(({ available }, { tracked = true }) =>
      tracked ? visibleStock(Math.max(available ?? 0, 0), mostVisibleStock) : null,
    )(subject);
  },
  cost: (selection) => {
    const present = moneyPresenter(selection);
    return ofPriceAndStock(({ cost }) => cost && present(cost));
  },
  priceVersion: () => ofPriceAndStock(({ priceVersion }) => priceVersion),
  onHand: () => ofPriceAndStock(({ onHand }) => onHand),
  stockVersion: () => ofPriceAndStock(({ stockVersion }) => stockVersion),
};

const NOTHING_KNOWN: Partial<PriceAndStockView> = {};

const pricesAndStock = async (
  views: readonly VariantWithPriceAndStock[],
  requested: Requested,
  context: GraphqlContext,
): Promise<(view: VariantWithPriceAndStock) => Partial<PriceAndStockView> | Error> => {
  const fields = priceAndStockFields(requested);
  const found =
    fields.size > 0 && views.some(({ priceAndStock }) => priceAndStock === undefined)
      ? await loadPricesAndStock(
          context,
          views.map(({ id }) => id),
          fields,
        ).catch(toGraphqlError)
      : new Map<never, never>();
  return ({ id, priceAndStock }) => {
    if (priceAndStock)
      return priceAndStock instanceof Error ? toGraphqlError(priceAndStock) : priceAndStock;
    return found instanceof Error ? found : (found.get(id) ?? NOTHING_KNOWN);
  };
};

const OPTIONS: FieldsOf<ProductView> = new Set(["options"]);

const optionsOf = async (
  { productId }: VariantWithPriceAndStock,
  context: GraphqlContext,
): Promise<readonly TranslatedOption[]> =>
  (productId && (await loadProduct(context, productId, OPTIONS))?.options) ?? [];
