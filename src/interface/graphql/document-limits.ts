import { GraphQLError, Kind, type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode, type ValidationRule } from "graphql";

export const MAX_TOKENS = 2_000;
export const MAX_VALIDATION_ERRORS = 20;

const MAXIMA = {
  DEPTH: 12,
  FIELDS: 1_000,
  ALIASES: 30,
  DIRECTIVES: 20,
  DIRECTIVES_IN_ONE_PLACE: 5,
  ROOT_FIELDS: 20,
  ROOT_MUTATIONS: 5,
} as const;

type Limit = keyof typeof MAXIMA | "TOKENS";

interface Size {
  readonly depth: number;
  /** Fields side by side at the top. */
  readonly width: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly directivesInOnePlace: number;
}

const NOTHING: Size = { depth: 0, width: 0, fields: 0, aliases: 0, directives: 0, directivesInOnePlace: 0 };

export const limitExceeded = (limit: Limit, maximum: number): GraphQLError =>
  new GraphQLError(`The document is over the limit of ${maximum} for its ${limit.toLowerCase().replaceAll("_", " ")}: ask for less at once.`, { extensions: { limit, maximum } });

/**
 * Refuses a document that asks for too much, before any other rule spends time on it. Fragments count wherever they are used.
 * With introspection on, what stands below `__schema` and `__type` may be deeper: the standard query is.
 */
export const documentLimits =
  (introspection: boolean): ValidationRule =>
  (context) => ({
    Document: (document) => {
      const limit = breachIn(document, introspection);
      if (limit === undefined) return;
      // Reporting until validation gives up is the one way to keep the rules that follow from reading the document.
      for (let reports = 0; reports <= MAX_VALIDATION_ERRORS; reports += 1) context.reportError(limitExceeded(limit, MAXIMA[limit]));
    },
  });

const breachIn = (document: DocumentNode, introspection: boolean): keyof typeof MAXIMA | undefined => {
  const measure = new Measure(document.definitions, introspection);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure.operation(definition);
    if (size.depth > MAXIMA.DEPTH) return "DEPTH";
    if (definition.operation === "mutation" && size.width > MAXIMA.ROOT_MUTATIONS) return "ROOT_MUTATIONS";
    if (size.width > MAXIMA.ROOT_FIELDS) return "ROOT_FIELDS";
    if (size.aliases > MAXIMA.ALIASES) return "ALIASES";
    if (size.directivesInOnePlace > MAXIMA.DIRECTIVES_IN_ONE_PLACE) return "DIRECTIVES_IN_ONE_PLACE";
    if (size.directives > MAXIMA.DIRECTIVES) return "DIRECTIVES";
    if (size.fields > MAXIMA.FIELDS) return "FIELDS";
  }
  return undefined;
};

class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sizes = new Map<string, Size>();

  constructor(
    definitions: readonly DefinitionNode[],
    private readonly introspection: boolean,
  ) {
    this.#fragments = new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
  }

  operation(node: OperationDefinitionNode): Size {
    const variables = (node.variableDefinitions ?? []).map(({ directives = [] }) => withDirectives(NOTHING, directives.length));
    return withDirectives([this.#selections(node.selectionSet), ...variables].reduce(together), node.directives?.length ?? 0);
  }

  #selections(set: SelectionSetNode | undefined): Size {
    let all = NOTHING;
    for (const node of set?.selections ?? []) {
      const directives = node.directives?.length ?? 0;
      if (node.kind === Kind.INLINE_FRAGMENT) all = together(all, withDirectives(this.#selections(node.selectionSet), directives));
      else if (node.kind === Kind.FRAGMENT_SPREAD) all = together(all, withDirectives(this.#fragment(node.name.value), directives));
      else {
        const below = this.#selections(node.selectionSet);
        const exempt = this.introspection && (node.name.value === "__schema" || node.name.value === "__type");
        const field = { ...below, depth: exempt ? 1 : below.depth + 1, width: 1, fields: below.fields + 1, aliases: below.aliases + (node.alias ? 1 : 0) };
        all = together(all, withDirectives(field, directives));
      }
    }
    return all;
  }

  #fragment(name: string): Size {
    const known = this.#sizes.get(name);
    if (known) return known;
    // A fragment that contains itself counts once here; the rule against cycles refuses it.
    this.#sizes.set(name, NOTHING);
    const fragment = this.#fragments.get(name);
    const size = withDirectives(this.#selections(fragment?.selectionSet), fragment?.directives?.length ?? 0);
    this.#sizes.set(name, size);
    return size;
  }
}

const together = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  width: a.width + b.width,
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  directivesInOnePlace: Math.max(a.directivesInOnePlace, b.directivesInOnePlace),
});

const withDirectives = (size: Size, directives: number): Size => ({
  ...size,
  directives: size.directives + directives,
  directivesInOnePlace: Math.max(size.directivesInOnePlace, directives),
});
