import { fractionDigits } from "../../shared/currencies.js";
import { fold } from "../../shared/text.js";
import type { Metafield } from "../metafields/metafield.js";
import type {
  CollectionRules,
  RuleCondition,
  RuleField,
  RuleOperator,
} from "./collection-rules.js";
import type { ProductFacts } from "./product-facts.js";

/**
 * Whether a product matches the rules of an automated collection. Prepares the rules once, for many
 * products.
 */
export const ruleMatcher = ({
  match,
  conditions,
}: CollectionRules): ((facts: ProductFacts) => boolean) => {
  const tests = conditions.map(testOf);
  return match === "ALL"
    ? (facts) => tests.every((test) => test(facts))
    : (facts) => tests.some((test) => test(facts));
};

/** `ruleMatcher` for a single product. */
export const matchesRules = (rules: CollectionRules, facts: ProductFacts): boolean =>
  ruleMatcher(rules)(facts);

type Test = (facts: ProductFacts) => boolean;

/** Operators that negate another one. They match when no value of the product matches the other. */
const NEGATED: Partial<Record<RuleOperator, RuleOperator>> = {
  NOT_EQUALS: "EQUALS",
  NOT_CONTAINS: "CONTAINS",
  IS_NOT_SET: "IS_SET",
};

const testOf = (condition: RuleCondition): Test => {
  const negated = NEGATED[condition.operator];
  if (!negated) return positiveTest(condition);
  const test = positiveTest({ ...condition, operator: negated });
  return (facts) => !test(facts);
};

const positiveTest = ({ field, operator, value: rawValue, key }: RuleCondition): Test => {
  const value = rawValue ?? "";
  switch (field) {
    case "PRICE":
    case "LOWEST_PRICE":
    case "COMPARE_AT_PRICE":
      return moneyTest(field, operator, value);
    case "WEIGHT": {
      const limit = scaled(value, 3);
      return ({ weightsMilligrams }) => matchesNumber(operator, weightsMilligrams, limit);
    }
    case "STOCK":
      return ({ stock }) => matchesNumber(operator, stock, Number(value));
    case "CREATED_AT": {
      const limit = new Date(value).getTime();
      return ({ createdAt }) => matchesNumber(operator, [createdAt.getTime()], limit);
    }
    case "ON_SALE":
    case "AVAILABLE":
    case "GIFT_CARD":
      return ({ flags }) => flags[field] === (value === "true");
    case "OPTION_VALUE":
      return optionValueTest(key, operator, value);
    case "METAFIELD":
      return metafieldTest(key ?? "", operator, value);
    default:
      return textTest(field, operator, fold(value));
  }
};

const textTest =
  (field: keyof ProductFacts["texts"], operator: RuleOperator, words: string): Test =>
  ({ texts }) =>
    matchesText(operator, texts[field], words);

const optionValueTest = (option: string | null, operator: RuleOperator, value: string): Test => {
  const [name, words] = [option === null ? null : fold(option), fold(value)];
  return ({ optionValues }) =>
    matchesText(
      operator,
      optionValues.filter((one) => name === null || one.name === name).map((one) => one.value),
      words,
    );
};

const moneyTest = (
  field: Extract<RuleField, keyof ProductFacts["money"]>,
  operator: RuleOperator,
  value: string,
): Test => {
  const limits = new Map<string, number>();
  const limitIn = (currency: string): number => {
    const limit = limits.get(currency) ?? scaled(value, fractionDigits(currency));
    limits.set(currency, limit);
    return limit;
  };
  return ({ money }) =>
    money[field].some(({ minorUnits, currency }) =>
      matchesNumber(operator, [minorUnits], limitIn(currency)),
    );
};

const metafieldTest = (name: string, operator: RuleOperator, value: string): Test => {
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
