import { isStorableTime } from "../../shared/storable-time.js";
import { Problems } from "../../shared/problems.js";
import { fold, text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";
import { InvalidCollectionRule, RuleOperatorMisfit } from "./errors.js";
import { isMetafieldName } from "../metafields/metafield.js";

/** The rules of an automated collection: which products are in it. */
export interface CollectionRules {
  readonly match: RuleMatch;
  readonly conditions: readonly RuleCondition[];
}

/**
 * A condition on a product or on its variants. Of conditions that must all hold, those on variants
 * are met by one and the same variant; operators with NOT require that none of the variants that
 * meet the others matches.
 */
export interface RuleCondition {
  readonly field: RuleField;
  readonly operator: RuleOperator;
  /**
   * As text: words, a decimal with a point, `true`, a time in UTC. Weights are in grams. Null if
   * the operator needs no value.
   */
  readonly value: string | null;
  /**
   * METAFIELD: `namespace.key`. OPTION_VALUE: the name of the option, or null for any option. Null
   * for all other fields.
   */
  readonly key: string | null;
}

/**
 * Rules in their stored form.
 * @throws Refused with InvalidCollectionRule, RuleOperatorMisfit, InvalidText, each with its path;
 * TooMany
 */
export const collectionRules = ({ match, conditions }: CollectionRules): CollectionRules => {
  const problems = new Problems();
  if (conditions.length === 0)
    problems.add(
      new InvalidCollectionRule("An automated collection needs at least one condition.", [
        "conditions",
      ]),
    );
  if (conditions.length > MAX_CONDITIONS)
    problems.add(
      new TooMany("conditions", conditions.length, MAX_CONDITIONS).prefixPath(["conditions"]),
    );
  const clean = conditions
    .slice(0, MAX_CONDITIONS)
    .map(
      (one, index) =>
        problems.collect(() => checkedCondition(one), "conditions", String(index)) ?? one,
    );
  problems.throwIfAny();
  return { match, conditions: clean };
};

export const RULE_MATCHES = ["ALL", "ANY"] as const;
/** Whether a product must match all conditions or any of them. */
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

const [EQUALITY, TEXT, ORDER, PRESENCE] = [
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

/** The fields of conditions: the kind of their values and the operators that they allow. */
const FIELDS = {
  TITLE: kind("text", EQUALITY, TEXT),
  PRODUCT_TYPE: kind("text", EQUALITY, TEXT, PRESENCE),
  CATEGORY: kind("text", EQUALITY, TEXT, PRESENCE),
  VENDOR: kind("text", EQUALITY, TEXT, PRESENCE),
  TAG: kind("text", EQUALITY, TEXT, PRESENCE),
  PRICE: kind("decimal", EQUALITY, ORDER, PRESENCE),
  LOWEST_PRICE: kind("decimal", EQUALITY, ORDER, PRESENCE),
  COMPARE_AT_PRICE: kind("decimal", EQUALITY, ORDER, PRESENCE),
  ON_SALE: kind("flag", EQUALITY),
  WEIGHT: kind("decimal", EQUALITY, ORDER, PRESENCE),
  STOCK: kind("whole", EQUALITY, ORDER, PRESENCE),
  AVAILABLE: kind("flag", EQUALITY),
  VARIANT_TITLE: kind("text", EQUALITY, TEXT),
  OPTION_VALUE: kind("text", EQUALITY, TEXT, PRESENCE),
  SKU: kind("text", EQUALITY, TEXT, PRESENCE),
  BARCODE: kind("text", EQUALITY, TEXT, PRESENCE),
  GIFT_CARD: kind("flag", EQUALITY),
  CREATED_AT: kind("time", EQUALITY, ORDER),
  METAFIELD: kind("metafield", EQUALITY, TEXT, ORDER, PRESENCE),
} as const satisfies Readonly<Record<string, FieldKind>>;

export type RuleField = keyof typeof FIELDS;
export const RULE_FIELDS = Object.keys(FIELDS) as readonly RuleField[];

const ABOUT_PRICES: readonly RuleField[] = ["PRICE", "LOWEST_PRICE", "COMPARE_AT_PRICE", "ON_SALE"];

/** Whether rules ask for prices. */
export const areAboutPrices = ({ conditions }: Pick<CollectionRules, "conditions">): boolean =>
  conditions.some(({ field }) => ABOUT_PRICES.includes(field));

const MAX_CONDITIONS = 60;
const MAX_VALUE_LENGTH = 255;

const checkedCondition = ({ field, operator, value, key }: RuleCondition): RuleCondition => {
  const problems = new Problems();
  const { holds, operators } = FIELDS[field];
  if (!operators.includes(operator))
    problems.add(new RuleOperatorMisfit(field, operator, operators));
  const cleanKey = problems.collect(() => checkedRuleKey(field, key), "key") ?? null;
  const isUnary = (PRESENCE as readonly RuleOperator[]).includes(operator);
  if (isUnary && value !== null)
    problems.add(new InvalidCollectionRule(`${operator} takes no value.`, ["value"]));
  const clean = isUnary
    ? null
    : (problems.collect(() => checkedValue(holds, field, value), "value") ?? null);
  problems.throwIfAny();
  return { field, operator, value: clean, key: cleanKey };
};

const checkedRuleKey = (field: RuleField, key: string | null): string | null => {
  if (field === "METAFIELD") {
    const [namespace = "", name = "", ...more] = (key ?? "").split(".");
    if (more.length > 0 || !isMetafieldName({ namespace, key: name }))
      throw new InvalidCollectionRule(
        `"${key ?? ""}" is not a valid custom field. Write namespace.key.`,
      );
    return key;
  }
  if (field === "OPTION_VALUE")
    return key === null
      ? null
      : text(key, { what: "The name of the option", min: 1, max: MAX_VALUE_LENGTH });
  if (key !== null) throw new InvalidCollectionRule(`${field} takes no key.`);
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
  if (value === null) throw new InvalidCollectionRule(`${field} needs a value.`);
  const require = (isValid: boolean, what: string): string => {
    if (!isValid)
      throw new InvalidCollectionRule(`"${value}" cannot be compared with ${field}. Use ${what}.`);
    return value;
  };
  if (holds === "decimal")
    return require(DECIMAL.test(
      value,
    ), "a decimal with a point that is not negative, such as 12.90");
  if (holds === "whole") return require(WHOLE.test(value), "a whole number");
  if (holds === "flag") return require(value === "true" || value === "false", "true or false");
  if (holds === "time") {
    const time = new Date(value);
    require(TIME.test(value) &&
      !Number.isNaN(time.getTime()) &&
      isStorableTime(time), "a time with its time zone, such as 2026-11-22T12:00:00Z");
    return time.toISOString();
  }
  const words = text(value, { what: "The value of a condition", min: 1, max: MAX_VALUE_LENGTH });
  // Accents alone fold to an empty text, which every text contains.
  require(fold(words) !== "", "words with letters or digits");
  return words;
};
