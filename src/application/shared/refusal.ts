import { errorsOf, type DomainError } from "../../domain/shared/domain-error.js";
import { shortened } from "../../domain/shared/text.js";

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
  const errors = errorsOf(error);
  return errors.length === 0 ? null : errors.map(refusalOf);
};

/** How many refusals are told at once: whoever mends so many is told of the others then. */
export const MOST_REFUSALS = 1_000;

/** Several findings about one command: of two about the same place, or one within the other, the first stays. */
export const together = (
  first: readonly Refusal[],
  second: readonly Refusal[],
): readonly Refusal[] => {
  const known = new Set(first.map(({ path }) => JSON.stringify(path)));
  const above = new Set(first.flatMap(({ path }) => placesAbove(path)));
  const isNew = ({ path }: Refusal): boolean =>
    path.length === 0 ||
    !(above.has(JSON.stringify(path)) || placesAbove(path).some((place) => known.has(place)));
  return [...first, ...second.filter(isNew)].slice(0, MOST_REFUSALS);
};

/** A place and all that it lies within, but not the whole command. */
const placesAbove = (path: readonly string[]): readonly string[] =>
  path.map((_, index) => JSON.stringify(path.slice(0, index + 1)));

const LONGEST_TEXT = 500;
const MOST_TEXTS = 20;

const refusalOf = (error: DomainError): Refusal => ({
  code: error.code,
  message: quoted(error.message),
  path: error.path,
  facts: Object.fromEntries(
    Object.entries(error)
      .filter(
        (entry): entry is [string, Fact] =>
          entry[0] !== "code" && entry[0] !== "name" && isFact(entry[1]),
      )
      .map(([name, fact]) => [name, bounded(fact)]),
  ),
});

/** What was sent is told again in part only: a request could otherwise be answered with a hundred times as much. */
const quoted = (text: string): string =>
  text.length > LONGEST_TEXT ? `${shortened(text, LONGEST_TEXT)}…` : text;

const bounded = (fact: Fact): Fact => {
  if (typeof fact === "string") return quoted(fact);
  return Array.isArray(fact) ? fact.slice(0, MOST_TEXTS).map(quoted) : fact;
};

const isFact = (value: unknown): value is Fact =>
  value === null ||
  ["string", "number", "boolean"].includes(typeof value) ||
  (Array.isArray(value) && value.every((each) => typeof each === "string"));
