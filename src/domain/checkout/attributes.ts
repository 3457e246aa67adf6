import { DomainError } from "../shared/domain-error.js";
import { Problems } from "../shared/problems.js";
import { text } from "../shared/text.js";
import { TooMany } from "../shared/too-many.js";

/** Facts that a storefront attaches, by name: an engraving, the id of a campaign. */
export type Attributes = Readonly<Record<string, string>>;

/** One of them as it is sent. */
export interface AttributeRequest {
  readonly key: string;
  readonly value: string;
}

export const MAX_ATTRIBUTES = 20;
export const MAX_ATTRIBUTE_VALUE = 500;

const KEY = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;
/** Names that objects of programs have already. */
const RESERVED = new Set(["constructor", "prototype", "hasOwnProperty", "toString", "valueOf"]);

/**
 * Attributes in their stored form, by key, so that equal ones are written alike.
 * @throws Refused with InvalidAttribute, InvalidText, TooMany
 */
export const checkedAttributes = (raw: readonly AttributeRequest[]): Attributes => {
  if (raw.length > MAX_ATTRIBUTES) throw new TooMany("attributes", raw.length, MAX_ATTRIBUTES);
  const problems = new Problems();
  const values = new Map<string, string>();
  for (const [index, { key, value }] of raw.entries()) {
    const path = [String(index), "key"];
    if (!KEY.test(key) || RESERVED.has(key)) problems.add(new InvalidAttribute(key, "NAME", path));
    else if (values.has(key)) problems.add(new InvalidAttribute(key, "TWICE", path));
    const rule = { what: "An attribute", max: MAX_ATTRIBUTE_VALUE, multiline: true };
    values.set(key, problems.collect(() => text(value, rule), String(index), "value") ?? "");
  }
  problems.throwIfAny();
  return Object.fromEntries([...values].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** The key of an attribute cannot be used, or is there twice. */
export class InvalidAttribute extends DomainError {
  readonly code = "INVALID_ATTRIBUTE";

  constructor(key: string, reason: "NAME" | "TWICE", path: readonly string[]) {
    super(
      reason === "TWICE"
        ? `The attribute "${key.slice(0, 64)}" is given twice. Name it once.`
        : `"${key.slice(0, 64)}" is not a key of an attribute. Use 1 to 64 letters, digits and the characters _ . : - beginning with a letter or digit.`,
      path,
    );
  }
}
