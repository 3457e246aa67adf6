import { fractionDigits } from "../../shared/currencies.js";
import { fold } from "../../shared/text.js";
import type { Money } from "../../shared/money.js";
import type { Metafield } from "../metafields/metafield.js";
import type { CollectionRules, RuleCondition, RuleOperator } from "./collection-rules.js";
import type { ProductFacts, VariantFacts } from "./product-facts.js";

/**
 * Whether a product matches the rules of an automated collection. Conditions on variants that must
 * all hold are met by one and the same variant. Prepares the rules once, for many products.
 */
export const ruleMatcher = ({
  match,
  conditions,
}: CollectionRules): ((facts: ProductFacts) => boolean) => {
  if (match === "ANY") {
    const alone = conditions.map((condition) => allOf([condition]));
    return (facts) => alone.some((matches) => matches(facts));
  }
  return allOf(conditions);
};

/** `ruleMatcher` for a single product. */
export const matchesRules = (rules: CollectionRules, facts: ProductFacts): boolean =>
  ruleMatcher(rules)(facts);

type Test<Facts> = (facts: Facts) => boolean;

/**
 * Of the variants that meet the other conditions, none may meet a negated one, as in filters and in
 * the search.
 */
const allOf = (conditions: readonly RuleCondition[]): Test<ProductFacts> => {
  const tests = conditions.map(testOf);
  const ofProduct = tests.flatMap(({ product, isNegated }) =>
    product ? [{ product, isNegated }] : [],
  );
  const ofVariants = (negated: boolean) =>
    tests.flatMap(({ variant, isNegated }) => (variant && isNegated === negated ? [variant] : []));
  const [required, excluded] = [ofVariants(false), ofVariants(true)];
  return (facts) => {
    if (!ofProduct.every(({ product, isNegated }) => product(facts) !== isNegated)) return false;
    if (required.length + excluded.length === 0) return true;
    const matching = facts.variants.filter((one) => required.every((test) => test(one)));
    return (
      (required.length === 0 || matching.length > 0) &&
      !matching.some((one) => excluded.some((test) => test(one)))
    );
  };
};

/** Operators that negate another one. They match when no value of the product matches the other. */
const NEGATED: Partial<Record<RuleOperator, RuleOperator>> = {
  NOT_EQUALS: "EQUALS",
  NOT_CONTAINS: "CONTAINS",
  IS_NOT_SET: "IS_SET",
};

/** A test of the product itself or of its variants, whose result may count the other way round. */
interface ConditionTest {
  readonly product?: Test<ProductFacts>;
  readonly variant?: Test<VariantFacts>;
  readonly isNegated: boolean;
}

const testOf = ({ field, operator, value: rawValue, key }: RuleCondition): ConditionTest => {
  const [value, positive] = [rawValue ?? "", NEGATED[operator] ?? operator];
  const isNegated = positive !== operator;
  switch (field) {
    case "PRICE":
    case "COMPARE_AT_PRICE": {
      const test = moneyTest(positive, value);
      return { variant: ({ money }) => test(money[field]), isNegated };
    }
    case "LOWEST_PRICE": {
      const test = moneyTest(positive, value);
      return { product: ({ money }) => test(money[field]), isNegated };
    }
    case "WEIGHT": {
      const limit = scaled(value, 3);
      return {
        variant: ({ weightsMilligrams }) => matchesNumber(positive, weightsMilligrams, limit),
        isNegated,
      };
    }
    case "STOCK":
      return { product: ({ stock }) => matchesNumber(positive, stock, Number(value)), isNegated };
    case "CREATED_AT": {
      const limit = new Date(value).getTime();
      return {
        product: ({ createdAt }) => matchesNumber(positive, [createdAt.getTime()], limit),
        isNegated,
      };
    }
    case "ON_SALE":
    case "AVAILABLE":
      // No variant may be on sale, rather than one that is not.
      return { variant: ({ flags }) => flags[field], isNegated: isNegated === (value === "true") };
    case "GIFT_CARD":
      return { product: ({ giftCard }) => giftCard === (value === "true"), isNegated };
    case "OPTION_VALUE":
      return { variant: optionValueTest(key, positive, value), isNegated };
    case "VARIANT_TITLE":
    case "SKU":
    case "BARCODE": {
      const words = fold(value);
      return { variant: ({ texts }) => matchesText(positive, texts[field], words), isNegated };
    }
    case "METAFIELD":
      return { product: metafieldTest(key ?? "", positive, value), isNegated };
    default: {
      const words = fold(value);
      return { product: ({ texts }) => matchesText(positive, texts[field], words), isNegated };
    }
  }
};

const optionValueTest = (
  option: string | null,
  operator: RuleOperator,
  value: string,
): Test<VariantFacts> => {
  const [name, words] = [option === null ? null : fold(option), fold(value)];
  return ({ optionValues }) =>
    matchesText(
      operator,
      optionValues.filter((one) => name === null || one.name === name).map((one) => one.value),
      words,
    );
};

const moneyTest = (operator: RuleOperator, value: string): Test<readonly Money[]> => {
  const limits = new Map<string, number>();
  const limitIn = (currency: string): number => {
    const limit = limits.get(currency) ?? scaled(value, fractionDigits(currency));
    limits.set(currency, limit);
    return limit;
  };
  return (amounts) =>
    amounts.some(({ minorUnits, currency }) =>
      matchesNumber(operator, [minorUnits], limitIn(currency)),
    );
};

const metafieldTest = (name: string, operator: RuleOperator, value: string): Test<ProductFacts> => {
  const words = fold(value);
  return ({ metafields }) => {
    const stored = metafields.get(name);
    if (!stored) return false;
    if (operator === "IS_SET") return true;
    const [own, limit] = [orderable(stored), orderable({ ...stored, value })];
    return (
      (own !== null && limit !== null && matchesNumber(operator, [own], limit)) ||
      matchesText(operator, [fold(stored.value)], words)
    );
  };
};

/**
 * The value of a metafield as a number, for numbers and times; null for values without an order.
 */
const orderable = ({ type, value }: Metafield): number | null => {
  const number =
    type === "INTEGER" || type === "DECIMAL"
      ? Number(value)
      : type === "DATE" || type === "DATE_TIME"
        ? Date.parse(value)
        : Number.NaN;
  return Number.isNaN(number) ? null : number;
};

/** Whether one of the texts matches. */
const matchesText = (operator: RuleOperator, texts: readonly string[], words: string): boolean => {
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

/** Whether one of the numbers matches. */
const matchesNumber = (
  operator: RuleOperator,
  numbers: readonly number[],
  limit: number,
): boolean => {
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

/**
 * A decimal as a number of units, with so many decimals per unit. A value with more decimals
 * becomes a half: it is above the unit below it and below the unit above it, but equal to none.
 */
const scaled = (decimal: string, digits: number): number => {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return (
    Number(whole + fraction.slice(0, digits).padEnd(digits, "0")) +
    (/[1-9]/.test(fraction.slice(digits)) ? 0.5 : 0)
  );
};
