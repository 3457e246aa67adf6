import { DomainError, Refused } from "../../domain/shared/domain-error.js";

/** A fact of a refusal that a program may act on. */
export type Fact = string | number | boolean | null | readonly string[];

/** Why a command was refused, in a form that can be stored and told again word for word. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The place in the command that the rule speaks of: `["changes", "slug"]`. */
  readonly path: readonly string[];
  /** What the error knows beside its message: `{ "currentVersion": 4 }`. */
  readonly facts: Readonly<Record<string, Fact>>;
}

/** The refusals that an error stands for; null for a bug or an outage. */
export const refusalsOf = (error: unknown): readonly Refusal[] | null => {
  if (error instanceof Refused) return error.errors.map(refusalOf);
  return error instanceof DomainError ? [refusalOf(error)] : null;
};

/** Several findings about one command: of two about the same place, or one within the other, the first stays. */
export const together = (first: readonly Refusal[], second: readonly Refusal[]): readonly Refusal[] => [
  ...first,
  ...second.filter(({ path }) => !first.some((known) => overlap(known.path, path))),
];

const overlap = (a: readonly string[], b: readonly string[]): boolean => {
  const shorter = Math.min(a.length, b.length);
  return shorter > 0 && a.slice(0, shorter).every((step, index) => step === b[index]);
};

const refusalOf = (error: DomainError): Refusal => ({
  code: error.code,
  message: error.message,
  path: error.path,
  facts: Object.fromEntries(Object.entries(error).filter((entry): entry is [string, Fact] => entry[0] !== "code" && entry[0] !== "name" && isFact(entry[1]))),
});

const isFact = (value: unknown): value is Fact =>
  value === null || ["string", "number", "boolean"].includes(typeof value) || (Array.isArray(value) && value.every((each) => typeof each === "string"));
