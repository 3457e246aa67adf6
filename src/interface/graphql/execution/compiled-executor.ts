import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import type { CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { LIMITS } from "../../../application/shared/limits.js";
import { MAX_DOCUMENT_BYTES, memoryOf } from "./document-store.js";
import { type Executor, referenceExecutor } from "./reference-executor.js";
import { variablesOf } from "./variables-of.js";

interface Options {
  /** How many compiled operations the cache holds. */
  readonly kept?: number;
  /** How much memory it holds them in. */
  readonly keptMib?: number;
  readonly counters?: LimitCounters;
  /** The use at which an operation is compiled; compiling costs more than answering once. */
  readonly compiledAtUse?: number;
  /** Receives which executor answered. */
  readonly onAnswer?: (by: "program" | "graphql-js") => void;
}

interface CacheEntry {
  readonly uses: number;
  readonly program: Promise<CompiledQuery | null> | null;
}

const NEW: CacheEntry = { uses: 0, program: null };
const NONE = Promise.resolve(null);
/** How many times the memory of its document a program needs. */
const PROGRAM_PER_DOCUMENT = 4;

/**
 * Compiles operations to programs, and leaves to graphql-js what a program would answer
 * differently.
 */
export const compiledExecutor = (
  schema: GraphQLSchema,
  {
    kept = 500,
    keptMib = LIMITS.cachedProgramsMib.fallback,
    compiledAtUse = 2,
    onAnswer,
    counters = noLimitCounters,
  }: Options = {},
): Executor => {
  const graphqlJs = referenceExecutor(schema);
  const reference: Executor = (request) => {
    onAnswer?.("graphql-js");
    return graphqlJs(request);
  };
  const programs = new LRUCache<string, CacheEntry>({
    max: kept,
    maxSize: keptMib * 1024 * 1024,
    dispose: (_program, _key, reason) => {
      if (reason === "evict") counters.reached("cachedProgramsMib");
    },
  });

  const programOf = async (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    key: string,
  ): Promise<CompiledQuery | null> => {
    const { uses, program: cached } = programs.get(key) ?? NEW;
    if (cached) return cached;
    if (uses + 1 < compiledAtUse) programs.set(key, { uses: uses + 1, program: null }, { size: 1 });
    else if (!isWorthCompiling(document))
      programs.set(key, { uses: uses + 1, program: NONE }, { size: 1 });
    else {
      const program = compiled(schema, document, operation).catch(() => null);
      programs.set(
        key,
        { uses: uses + 1, program },
        { size: memoryOf(document) * PROGRAM_PER_DOCUMENT },
      );
      return program;
    }
    return null;
  };

  return async (operationRequest) => {
    const {
      document,
      context,
      queryHash,
      request: { variables = {}, operationName },
    } = operationRequest;
    const operation = getOperationAST(document, operationName);
    // Mutations run one after the other, and the executor is the least of their cost.
    if (!operation || operation.operation !== "query") return reference(operationRequest);
    // A program does not check variables of @oneOf inputs, and its messages differ.
    if (!variablesOf(schema, operation, variables)) return reference(operationRequest);
    const program = await programOf(document, operation, `${queryHash} ${operationName ?? ""}`);
    const answer = program && (await program.query(undefined, context, variables));
    if (answer?.data === undefined || answer === null) return reference(operationRequest);
    onAnswer?.("program");
    return { data: answer.data, ...(answer.errors && { errors: answer.errors.map(rebuilt) }) };
  };
};

const compiled = async (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Promise<CompiledQuery | null> => {
  // Loaded when an operation is requested again, so that the first query after a start is answered
  // sooner.
  const { compileQuery, isCompiledQuery } = await import("graphql-jit");
  const program = compileQuery(schema, document, operation.name?.value, {
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(program) ? program : null;
};

const isWorthCompiling = (document: DocumentNode): boolean =>
  memoryOf(document) <= MAX_DOCUMENT_BYTES && isFaithful(document);

/**
 * Whether a program answers a document as graphql-js does. graphql-jit ignores conditions on
 * fragments (a second, unconditional use of the same fragment is dropped, or remains conditional)
 * and loses fields named `__proto__`. Compiling introspection does not pay.
 */
const isFaithful = (document: DocumentNode): boolean => {
  let faithful = true;
  const stop = () => {
    faithful = false;
    return BREAK;
  };
  visit(document, {
    Name: ({ value }) => (value === "__proto__" ? stop() : undefined),
    FragmentSpread: ({ directives }) => (directives?.length ? stop() : undefined),
    InlineFragment: ({ directives }) => (directives?.length ? stop() : undefined),
    Field: (node) =>
      node.name.value === "__schema" ||
      node.name.value === "__type" ||
      (node.directives?.length && holdsFragments(node))
        ? stop()
        : undefined,
  });
  return faithful;
};

const holdsFragments = (node: FieldNode): boolean =>
  node.selectionSet?.selections.some(
    (selection) => selection.kind !== Kind.FIELD || holdsFragments(selection),
  ) ?? false;

/** Errors of a program only resemble GraphQLErrors, but Apollo needs extensions and the cause. */
const rebuilt = ({
  message,
  path,
  locations,
  originalError,
  extensions,
}: GraphQLError): GraphQLError => {
  const error = new GraphQLError(message, { path, originalError, extensions: extensions ?? {} });
  if (locations) Object.defineProperty(error, "locations", { value: locations, enumerable: true });
  return error;
};
