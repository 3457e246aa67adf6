import { errorsOf, type DomainError } from "../../domain/shared/domain-error.js";
import { shortened } from "../../domain/shared/text.js";
import { PermissionDenied } from "./viewer.js";

/** A fact of a refusal for programs. */
type Fact = string | number | boolean | null | readonly string[];

/** Why a command was refused, in a form that can be stored. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The path in the command: `["changes", "slug"]`. */
  readonly path: readonly string[];
  /** The facts of the error: `{ "currentVersion": 4 }`. */
  readonly facts: Readonly<Record<string, Fact>>;
}

/** The refusals of an error; null for a bug, an outage, or a viewer who may not do this at all. */
export const refusalsOf = (error: unknown): readonly Refusal[] | null => {
  if (error instanceof PermissionDenied) return null;
  const errors = errorsOf(error);
  return errors.length === 0 ? null : errors.map(refusalOf);
};

/** The most refusals in one outcome. */
export const MAX_REFUSALS = 1_000;

/**
 * Refusals of one command from two checks. Of two with the same path, or with a path within the
 * other, the first stays.
 */
export const mergeRefusals = (
  first: readonly Refusal[],
  second: readonly Refusal[],
): readonly Refusal[] => {
  const paths = new Set(first.map(({ path }) => JSON.stringify(path)));
  const ancestors = new Set(first.flatMap(({ path }) => withAncestors(path)));
  const isNew = ({ path }: Refusal): boolean =>
    path.length === 0 ||
    !(
      ancestors.has(JSON.stringify(path)) ||
      withAncestors(path).some((ancestor) => paths.has(ancestor))
    );
  return [...first, ...second.filter(isNew)].slice(0, MAX_REFUSALS);
};

/** A path and the paths that contain it, except that of the whole command. */
const withAncestors = (path: readonly string[]): readonly string[] =>
  path.map((_, index) => JSON.stringify(path.slice(0, index + 1)));

const LONGEST_TEXT = 500;
const MAX_TEXTS = 20;

const refusalOf = (error: DomainError): Refusal => ({
  code: error.code,
  message: limited(error.message),
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

/**
 * Limits quotations of the input: otherwise a response could be a hundred times as large as its
 * request.
 */
const limited = (text: string): string =>
  text.length > LONGEST_TEXT ? `${shortened(text, LONGEST_TEXT)}…` : text;

const bounded = (fact: Fact): Fact => {
  if (typeof fact === "string") return limited(fact);
  return Array.isArray(fact) ? fact.slice(0, MAX_TEXTS).map(limited) : fact;
};

const isFact = (value: unknown): value is Fact =>
  value === null ||
  ["string", "number", "boolean"].includes(typeof value) ||
  (Array.isArray(value) && value.every((each) => typeof each === "string"));
