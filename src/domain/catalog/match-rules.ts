import type { Money } from "../shared/money.js";
import { fractionDigits } from "../shared/currency.js";
import { fold } from "../shared/text.js";
import type {
  CollectionRules,
  RuleCondition,
  RuleField,
  RuleOperator,
} from "./collection-rules.js";
import { isOnSale, type VariantOffer } from "./listing.js";
import { fullName, type Metafield } from "./metafield.js";
import type { ProductSnapshot } from "./product.js";
import { isSellable } from "./variant.js";
import type { VariantId } from "./ids.js";

/** What rules look at. Texts are folded: compared without regard to case and accents. */
export interface ProductFacts {
  readonly texts: Readonly<
    Record<
      | "TITLE"
      | "PRODUCT_TYPE"
      | "CATEGORY"
      | "VENDOR"
      | "TAG"
      | "VARIANT_TITLE"
      | "SKU"
      | "BARCODE",
      readonly string[]
    >
  >;
  /** Of variants: the value of each option, beside the name of the option. */
  readonly optionValues: readonly { readonly name: string; readonly value: string }[];
  readonly money: Readonly<Record<"PRICE" | "LOWEST_PRICE" | "COMPARE_AT_PRICE", readonly Money[]>>;
  readonly weightsMilligrams: readonly number[];
  /** Units that can be sold over all variants whose stock is counted; empty where none is. */
  readonly stock: readonly number[];
  readonly flags: Readonly<Record<"ON_SALE" | "AVAILABLE" | "GIFT_CARD", boolean>>;
  readonly createdAt: Date;
  readonly metafields: ReadonlyMap<string, Metafield>;
}

/** The facts of a product out of what catalog, pricing and inventory know of it. */
export const productFacts = (
  product: ProductSnapshot,
  offers: ReadonlyMap<VariantId, VariantOffer>,
): ProductFacts => {
  const { variants, options } = product;
  const offered = variants.flatMap(({ id }) => offers.get(id) ?? []);
  const prices = offered.flatMap(({ price }) => price ?? []);
  const lowest = prices.reduce<Money | null>(
    (least, price) => (least === null || price.minorUnits < least.minorUnits ? price : least),
    null,
  );
  const counted = variants.flatMap(({ id, tracked }) =>
    tracked ? (offers.get(id)?.available ?? []) : [],
  );
  return {
    texts: {
      TITLE: folded(product.title),
      PRODUCT_TYPE: folded(product.productType),
      CATEGORY: folded(product.category),
      VENDOR: folded(product.vendor),
      TAG: folded(...product.tags),
      VARIANT_TITLE: folded(...variants.map(({ optionValues }) => optionValues.join(" / "))),
      SKU: folded(...variants.map(({ sku }) => sku ?? "")),
      BARCODE: folded(...variants.map(({ barcode }) => barcode ?? "")),
    },
    optionValues: options.flatMap(({ name }, place) =>
      [...new Set(variants.map(({ optionValues }) => optionValues[place] ?? ""))].map((value) => ({
        name: fold(name),
        value: fold(value),
      })),
    ),
    money: {
      PRICE: prices,
      LOWEST_PRICE: lowest ? [lowest] : [],
      COMPARE_AT_PRICE: offered.flatMap(({ compareAt }) => compareAt ?? []),
    },
    weightsMilligrams: variants.flatMap(({ weightMilligrams }) => weightMilligrams ?? []),
    stock: counted.length === 0 ? [] : [counted.reduce((sum, units) => sum + units, 0)],
    flags: {
      ON_SALE: offered.some(isOnSale),
      AVAILABLE: variants.some((variant) => isSellable(variant, offers.get(variant.id))),
      GIFT_CARD: product.giftCard,
    },
    createdAt: product.createdAt,
    metafields: new Map(product.metafields.map((field) => [fullName(field), field])),
  };
};

const folded = (...texts: readonly string[]): readonly string[] =>
  [...new Set(texts.map(fold))].filter((one) => one !== "");

/** Whether a product belongs into an automated collection. */
export const matches = (rules: CollectionRules, facts: ProductFacts): boolean =>
  matcher(rules)(facts);

/** The same for many products: what can be worked out of the rules alone is worked out once. */
export const matcher = ({
  match,
  conditions,
}: CollectionRules): ((facts: ProductFacts) => boolean) => {
  const tests = conditions.map(testOf);
  return match === "ALL"
    ? (facts) => tests.every((test) => test(facts))
    : (facts) => tests.some((test) => test(facts));
};

type Test = (facts: ProductFacts) => boolean;

/** What an operator denies: where it holds of nothing, the denial holds. */
const DENIED: Partial<Record<RuleOperator, RuleOperator>> = {
  NOT_EQUALS: "EQUALS",
  NOT_CONTAINS: "CONTAINS",
  IS_NOT_SET: "IS_SET",
};

const testOf = (condition: RuleCondition): Test => {
  const denied = DENIED[condition.operator];
  if (!denied) return positive(condition);
  const test = positive({ ...condition, operator: denied });
  return (facts) => !test(facts);
};

const positive = ({ field, operator, value, key }: RuleCondition): Test => {
  const given = value ?? "";
  switch (field) {
    case "PRICE":
    case "LOWEST_PRICE":
    case "COMPARE_AT_PRICE":
      return moneyTest(field, operator, given);
    case "WEIGHT":
      return ({ weightsMilligrams }) => compares(operator, weightsMilligrams, scaled(given, 3));
    case "STOCK":
      return ({ stock }) => compares(operator, stock, Number(given));
    case "CREATED_AT":
      return ({ createdAt }) =>
        compares(operator, [createdAt.getTime()], new Date(given).getTime());
    case "ON_SALE":
    case "AVAILABLE":
    case "GIFT_CARD":
      return ({ flags }) => flags[field] === (given === "true");
    case "OPTION_VALUE": {
      const [name, words] = [key === null ? null : fold(key), fold(given)];
      return ({ optionValues }) =>
        says(
          operator,
          optionValues.filter((one) => name === null || one.name === name).map((one) => one.value),
          words,
        );
    }
    case "METAFIELD":
      return metafieldTest(key ?? "", operator, given);
    default:
      return textTest(field, operator, fold(given));
  }
};

const textTest =
  (field: keyof ProductFacts["texts"], operator: RuleOperator, words: string): Test =>
  ({ texts }) =>
    says(operator, texts[field], words);

const moneyTest = (
  field: Extract<RuleField, keyof ProductFacts["money"]>,
  operator: RuleOperator,
  given: string,
): Test => {
  const limits = new Map<string, number>();
  const limitIn = (currency: string): number => {
    const known = limits.get(currency) ?? scaled(given, fractionDigits(currency));
    limits.set(currency, known);
    return known;
  };
  return ({ money }) =>
    money[field].some(({ minorUnits, currency }) =>
      compares(operator, [minorUnits], limitIn(currency)),
    );
};

const metafieldTest = (name: string, operator: RuleOperator, given: string): Test => {
  const words = fold(given);
  return ({ metafields }) => {
    const stored = metafields.get(name);
    if (!stored) return false;
    if (operator === "IS_SET") return true;
    const [own, other] = [orderable(stored), orderable({ ...stored, value: given })];
    if (own !== null && other !== null)
      return compares(operator, [own], other) || says(operator, [fold(stored.value)], words);
    return says(operator, [fold(stored.value)], words);
  };
};

/** Numbers and times as numbers; null for what has no order. */
const orderable = ({ type, value }: Metafield): number | null => {
  const number =
    type === "INTEGER" || type === "DECIMAL"
      ? Number(value)
      : type === "DATE" || type === "DATE_TIME"
        ? Date.parse(value)
        : Number.NaN;
  return Number.isNaN(number) ? null : number;
};

const says = (operator: RuleOperator, texts: readonly string[], words: string): boolean => {
  switch (operator) {
    case "EQUALS":
      return texts.includes(words);
    case "CONTAINS":
      return texts.some((one) => one.includes(words));
    case "STARTS_WITH":
      return texts.some((one) => one.startsWith(words));
    case "ENDS_WITH":
      return texts.some((one) => one.endsWith(words));
    case "IS_SET":
      return texts.length > 0;
    default:
      return false;
  }
};

const compares = (operator: RuleOperator, numbers: readonly number[], limit: number): boolean => {
  switch (operator) {
    case "EQUALS":
      return numbers.includes(limit);
    case "GREATER_THAN":
      return numbers.some((one) => one > limit);
    case "LESS_THAN":
      return numbers.some((one) => one < limit);
    case "AT_LEAST":
      return numbers.some((one) => one >= limit);
    case "AT_MOST":
      return numbers.some((one) => one <= limit);
    case "IS_SET":
      return numbers.length > 0;
    default:
      return false;
  }
};

/** A decimal in whole units of so many digits. What has more digits lies half-way: above the one unit and below the next. */
const scaled = (decimal: string, digits: number): number => {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return (
    Number(whole + fraction.slice(0, digits).padEnd(digits, "0")) +
    (/[1-9]/.test(fraction.slice(digits)) ? 0.5 : 0)
  );
};
