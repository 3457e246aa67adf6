import type { ApolloServerPlugin } from "@apollo/server";
import { Lexer, Source, TokenKind } from "graphql";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { limitExceeded, MAX_TOKENS } from "./document-limits.js";

/** The levels of brackets in a document; those of selections, objects and lists count together. */
export const MAX_NESTING = 100;

/**
 * Refuses documents whose brackets are nested too deep before they are parsed: the parser calls
 * itself for each level, and the 2,000 lists that the tokens allow overflow the stack.
 */
export const nestingLimit: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: async ({ request }) => {
    if (typeof request.query !== "string" || !isTooDeep(request.query)) return;
    // Apollo takes no refusal before it has a document.
    request.query = "{ __typename }";
    return {
      didResolveOperation: async () => {
        throw limitExceeded("NESTING", MAX_NESTING);
      },
    };
  },
};

const isTooDeep = (query: string): boolean =>
  hasManyBrackets(query) && nestingOf(query) > MAX_NESTING;

// Most documents have too few to be nested too deep, so they are not read twice.
const hasManyBrackets = (query: string): boolean => {
  let count = 0;
  for (let index = 0; index < query.length && count <= MAX_NESTING; index += 1) {
    const code = query.charCodeAt(index);
    if (code === BRACE || code === BRACKET) count += 1;
  }
  return count > MAX_NESTING;
};

const BRACE = 0x7b;
const BRACKET = 0x5b;

/** As far as the parser would read: to the end, an error, or the last allowed token. */
const nestingOf = (query: string): number => {
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  let deepest = 0;
  try {
    for (let tokens = 0; tokens <= MAX_TOKENS && deepest <= MAX_NESTING; tokens += 1) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) break;
      if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L) depth += 1;
      if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R) depth -= 1;
      deepest = Math.max(deepest, depth);
    }
  } catch {
    // The parser reports it.
  }
  return deepest;
};
