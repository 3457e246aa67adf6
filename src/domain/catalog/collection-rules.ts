import { isInCalendar } from "../shared/calendar.js";
import { Problems } from "../shared/domain-error.js";
import { fold, text } from "../shared/text.js";
import { InvalidCollectionRule, RuleOperatorMisfit, TooMany } from "./errors.js";
import { isMetafieldName } from "./metafield.js";

export const RULE_MATCHES = ["ALL", "ANY"] as const;
/** Whether a product has to meet all conditions, or one of them. */
export type RuleMatch = (typeof RULE_MATCHES)[number];

export const RULE_OPERATORS = [
  "EQUALS",
  "NOT_EQUALS",
  "CONTAINS",
  "NOT_CONTAINS",
  "STARTS_WITH",
  "ENDS_WITH",
  "GREATER_THAN",
  "LESS_THAN",
  "AT_LEAST",
  "AT_MOST",
  "IS_SET",
  "IS_NOT_SET",
] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];

const [SAME, WORDS, ORDER, SET] = [
  ["EQUALS", "NOT_EQUALS"],
  ["CONTAINS", "NOT_CONTAINS", "STARTS_WITH", "ENDS_WITH"],
  ["GREATER_THAN", "LESS_THAN", "AT_LEAST", "AT_MOST"],
  ["IS_SET", "IS_NOT_SET"],
] as const;

interface FieldKind {
  readonly holds: "text" | "decimal" | "whole" | "flag" | "time" | "metafield";
  readonly operators: readonly RuleOperator[];
}

const kind = (
  holds: FieldKind["holds"],
  ...operators: readonly (readonly RuleOperator[])[]
): FieldKind => ({ holds, operators: operators.flat() });

/** What a condition may look at, and how. */
const FIELDS = {
  TITLE: kind("text", SAME, WORDS),
  PRODUCT_TYPE: kind("text", SAME, WORDS, SET),
  CATEGORY: kind("text", SAME, WORDS, SET),
  VENDOR: kind("text", SAME, WORDS, SET),
  TAG: kind("text", SAME, WORDS, SET),
  PRICE: kind("decimal", SAME, ORDER, SET),
  LOWEST_PRICE: kind("decimal", SAME, ORDER, SET),
  COMPARE_AT_PRICE: kind("decimal", SAME, ORDER, SET),
  ON_SALE: kind("flag", SAME),
  WEIGHT: kind("decimal", SAME, ORDER, SET),
  STOCK: kind("whole", SAME, ORDER, SET),
  AVAILABLE: kind("flag", SAME),
  VARIANT_TITLE: kind("text", SAME, WORDS),
  OPTION_VALUE: kind("text", SAME, WORDS, SET),
  SKU: kind("text", SAME, WORDS, SET),
  BARCODE: kind("text", SAME, WORDS, SET),
  GIFT_CARD: kind("flag", SAME),
  CREATED_AT: kind("time", SAME, ORDER),
  METAFIELD: kind("metafield", SAME, WORDS, ORDER, SET),
} as const satisfies Readonly<Record<string, FieldKind>>;

export type RuleField = keyof typeof FIELDS;
export const RULE_FIELDS = Object.keys(FIELDS) as readonly RuleField[];

/** One thing that a rule asks of a product. Of its variants it is enough that one meets it; NOT_ and IS_NOT_ say that none does. */
export interface RuleCondition {
  readonly field: RuleField;
  readonly operator: RuleOperator;
  /** As text: words, a decimal with a point, `true`, a time in UTC. Weights are in grams. Null where the operator needs none. */
  readonly value: string | null;
  /** METAFIELD: `namespace.key`. OPTION_VALUE: the name of the option; null for any option. Null for all others. */
  readonly key: string | null;
}

/** Which products an automated collection holds. */
export interface CollectionRules {
  readonly match: RuleMatch;
  readonly conditions: readonly RuleCondition[];
}

const MOST_CONDITIONS = 60;
const LONGEST_VALUE = 255;

/** The operators that fit a field, for those who build forms. */
export const operatorsOf = (field: RuleField): readonly RuleOperator[] => FIELDS[field].operators;

/**
 * Rules in their stored form.
 * @throws Refused with InvalidCollectionRule, RuleOperatorMisfit, InvalidText, each at its place; TooMany
 */
export const collectionRules = ({ match, conditions }: CollectionRules): CollectionRules => {
  const problems = new Problems();
  if (conditions.length === 0)
    problems.add(
      new InvalidCollectionRule("An automated collection has at least one condition.", [
        "conditions",
      ]),
    );
  if (conditions.length > MOST_CONDITIONS)
    problems.add(
      new TooMany("conditions", conditions.length, MOST_CONDITIONS).within(["conditions"]),
    );
  const clean = conditions
    .slice(0, MOST_CONDITIONS)
    .map(
      (one, index) => problems.attempt(() => condition(one), "conditions", String(index)) ?? one,
    );
  problems.throwIfAny();
  return { match, conditions: clean };
};

const condition = ({ field, operator, value, key }: RuleCondition): RuleCondition => {
  const problems = new Problems();
  const { holds, operators } = FIELDS[field];
  if (!operators.includes(operator))
    problems.add(new RuleOperatorMisfit(field, operator, operators));
  const named = problems.attempt(() => checkedKey(field, key), "key") ?? null;
  const needsNone = (SET as readonly RuleOperator[]).includes(operator);
  if (needsNone && value !== null)
    problems.add(new InvalidCollectionRule(`${operator} is asked without a value.`, ["value"]));
  const clean = needsNone
    ? null
    : (problems.attempt(() => checkedValue(holds, field, value), "value") ?? null);
  problems.throwIfAny();
  return { field, operator, value: clean, key: named };
};

const checkedKey = (field: RuleField, key: string | null): string | null => {
  if (field === "METAFIELD") {
    const [namespace = "", name = "", ...more] = (key ?? "").split(".");
    if (more.length > 0 || !isMetafieldName({ namespace, key: name }))
      throw new InvalidCollectionRule(
        `A condition on a custom field says which: namespace.key, not "${key ?? ""}".`,
      );
    return key;
  }
  if (field === "OPTION_VALUE")
    return key === null
      ? null
      : text(key, { what: "The name of the option", min: 1, max: LONGEST_VALUE });
  if (key !== null) throw new InvalidCollectionRule(`A condition on ${field} has no key.`);
  return null;
};

const DECIMAL = /^\d{1,12}(?:\.\d{1,6})?$/;
const WHOLE = /^-?\d{1,10}$/;
const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

const checkedValue = (
  holds: FieldKind["holds"],
  field: RuleField,
  value: string | null,
): string => {
  if (value === null) throw new InvalidCollectionRule(`The condition on ${field} says no value.`);
  const fits = (form: boolean, what: string): string => {
    if (!form)
      throw new InvalidCollectionRule(`${field} is compared with ${what}, not with "${value}".`);
    return value;
  };
  if (holds === "decimal")
    return fits(DECIMAL.test(value), "a decimal with a point, not below zero, such as 12.90");
  if (holds === "whole") return fits(WHOLE.test(value), "a whole number");
  if (holds === "flag") return fits(value === "true" || value === "false", "true or false");
  if (holds === "time") {
    const time = new Date(value);
    fits(
      TIME.test(value) && !Number.isNaN(time.getTime()) && isInCalendar(time),
      "a time with its zone, such as 2026-11-22T12:00:00Z",
    );
    return time.toISOString();
  }
  const words = text(value, { what: "The value of a condition", min: 1, max: LONGEST_VALUE });
  // Accents alone would be found in every text.
  fits(fold(words) !== "", "words");
  return words;
};
