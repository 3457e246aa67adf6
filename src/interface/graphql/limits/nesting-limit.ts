import type { ApolloServerPlugin } from "@apollo/server";
import { type GraphQLError, Lexer, Source, TokenKind } from "graphql";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { limitExceeded, type DocumentLimits } from "./document-limits.js";
import { NO_DOCUMENT } from "./no-document.js";

type NestingLimits = Pick<DocumentLimits, "documentNesting" | "documentTokens">;

/** Beyond it the stack of the parser overflows, whatever is set. */
const PARSED_AT_MOST = 500;

/**
 * Refuses documents whose brackets are nested too deep before they are parsed: the parser calls
 * itself for each level, and the 2,000 lists that the tokens allow overflow the stack.
 */
export const nestingLimit = (limits: NestingLimits): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async ({ request }) => {
    const problem =
      typeof request.query === "string" ? nestingProblem(request.query, limits) : null;
    if (!problem) return;
    // Apollo takes no refusal before it has a document.
    request.query = NO_DOCUMENT;
    return {
      didResolveOperation: async () => {
        throw problem;
      },
    };
  },
});

/** Why a document must not be parsed, or null. */
export const nestingProblem = (
  query: string,
  { documentNesting, documentTokens }: NestingLimits,
): GraphQLError | null => {
  const maximum = Math.min(documentNesting, PARSED_AT_MOST);
  if (!hasManyBrackets(query, maximum)) return null;
  const { deepest, source, position } = nestingOf(query, maximum, documentTokens);
  return deepest <= maximum ? null : limitExceeded("NESTING", maximum, { source, position });
};

// Most documents have too few to be nested too deep, so they are not read twice.
const hasManyBrackets = (query: string, maximum: number): boolean => {
  let count = 0;
  for (let index = 0; index < query.length && count <= maximum; index += 1) {
    const code = query.charCodeAt(index);
    if (code === BRACE || code === BRACKET) count += 1;
  }
  return count > maximum;
};

const BRACE = 0x7b;
const BRACKET = 0x5b;

interface Nesting {
  readonly deepest: number;
  readonly source: Source;
  /** Of the token that was read last. */
  readonly position: number;
}

/** As far as the parser would read: to the end, an error, or the last allowed token. */
const nestingOf = (query: string, maximum: number, maxTokens: number): Nesting => {
  const source = new Source(query);
  const lexer = new Lexer(source);
  let depth = 0;
  let deepest = 0;
  try {
    for (let tokens = 0; tokens <= maxTokens && deepest <= maximum; tokens += 1) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) break;
      if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L) depth += 1;
      if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R) depth -= 1;
      deepest = Math.max(deepest, depth);
    }
  } catch {
    // The parser reports it.
  }
  return { deepest, source, position: lexer.token.start };
};
