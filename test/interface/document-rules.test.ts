import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/application/shared/limits.js";
import { documentLimits } from "../../src/interface/graphql/limits/document-limits.js";

const SCHEMA = buildSchema("type Query { a: Query b: Int } type Mutation { b: Int }");

test.each<[keyof typeof DEFAULT_LIMITS, string, string]>([
  ["documentDepth", "DEPTH", "{ a { a { a { b } } } }"],
  ["documentFields", "FIELDS", "{ a { b } b __typename }"],
  ["documentAliases", "ALIASES", "{ a { c: b d: b e: b f: b } }"],
  ["documentDirectives", "DIRECTIVES", "{ a { b @skip(if: true) } b @skip(if: true) }"],
  ["directivesInOnePlace", "DIRECTIVES_IN_ONE_PLACE", "{ b @skip(if: true) @include(if: true) }"],
  ["rootFields", "ROOT_FIELDS", "{ b a { b } }"],
  ["rootMutations", "ROOT_MUTATIONS", "mutation { b c: b }"],
  ["repeatedFields", "REPEATED_FIELDS", "{ b b b }"],
])("a document beyond %s is refused, and one at it is not", (name, limit, text) => {
  const refusedWith = (maximum: number) =>
    validate(SCHEMA, parse(text), [
      documentLimits(false, { ...DEFAULT_LIMITS, [name]: maximum }),
    ])[0]?.extensions ?? null;
  const size = { documentDepth: 4, documentFields: 4, documentAliases: 4, repeatedFields: 3 };
  const own = name in size ? size[name as keyof typeof size] : 2;

  expect(refusedWith(own)).toBeNull();
  expect(refusedWith(own - 1)).toEqual({ limit, maximum: own - 1 });
});
