import {
  RULE_FIELDS,
  RULE_OPERATORS,
  type RuleCondition,
} from "../../../../domain/catalog/collections/collection-rules.js";
import { InvalidCollectionRule } from "../../../../domain/catalog/collections/errors.js";

const words = (name: string): string => name.toLowerCase().replaceAll("_", " ");
/** Longer ones first: `lowest price` is no `price`. */
const alternatives = (names: readonly string[]): string =>
  names
    .map(words)
    .toSorted((a, b) => b.length - a.length)
    .join("|");
const byWords = <Name extends string>(names: readonly Name[]): ReadonlyMap<string, Name> =>
  new Map(names.map((name) => [words(name), name]));

const FIELDS = byWords(RULE_FIELDS);
const OPERATORS = byWords(RULE_OPERATORS);
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;
const CONDITION = new RegExp(
  String.raw`^(${alternatives(RULE_FIELDS)})(?: \[(${QUOTED}|[^\]"]+)\])? (${alternatives(RULE_OPERATORS)})(?: (.+))?$`,
  "isu",
);
const PLAIN = /^[^\s";[\]](?:[^";[\]\r\n]*[^\s";[\]])?$/u;

/**
 * Conditions as people read them: `tag equals Summer; option value [Size] equals M; sku is set`. A
 * text with one of the signs that separate them is in quotation marks, as in JSON.
 */
export const conditionsText = (conditions: readonly RuleCondition[]): string =>
  conditions
    .map(({ field, operator, value, key }) =>
      [
        words(field),
        ...(key === null ? [] : [`[${quotedIfNeeded(key)}]`]),
        words(operator),
        ...(value === null ? [] : [quotedIfNeeded(value)]),
      ].join(" "),
    )
    .join("; ");

/** The conditions of a text. @throws InvalidCollectionRule */
export const conditionsOf = (text: string): readonly RuleCondition[] =>
  parts(text).map((part) => {
    const [, field = "", key, operator = "", value] = CONDITION.exec(part) ?? [];
    const [known, how] = [FIELDS.get(field.toLowerCase()), OPERATORS.get(operator.toLowerCase())];
    if (!known || !how)
      throw new InvalidCollectionRule(
        `"${part}" is not a condition. Write a field, an operator and a value, such as tag equals Summer.`,
      );
    return {
      field: known,
      operator: how,
      value: value === undefined ? null : unquoted(value),
      key: key === undefined ? null : unquoted(key),
    };
  });

const parts = (text: string): readonly string[] =>
  (text.match(new RegExp(String.raw`(?:${QUOTED}|[^";]|")+`, "gu")) ?? [])
    .map((part) => part.replaceAll(/\s*[\r\n]\s*/g, " ").trim())
    .filter((part) => part !== "");

const quotedIfNeeded = (text: string): string => (PLAIN.test(text) ? text : JSON.stringify(text));

const unquoted = (text: string): string => {
  const plain = text.trim();
  if (!plain.startsWith('"')) return plain;
  try {
    const value: unknown = JSON.parse(plain);
    if (typeof value === "string") return value;
  } catch {
    // Told below.
  }
  throw new InvalidCollectionRule(
    `${plain} is not a text in quotation marks. Write \\" for one inside of it.`,
  );
};
