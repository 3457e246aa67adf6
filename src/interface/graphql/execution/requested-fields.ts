import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type SelectionNode,
} from "graphql";

/**
 * The fields that a client requests of the value of a field, with regard to fragments, `@skip` and
 * `@include`.
 * @param typeName for a field of an abstract type: the type of its value
 */
export const requestedFields = (info: GraphQLResolveInfo, typeName = ""): Requested => {
  const byType = cache.get(info.fieldNodes) ?? new Map<string, CacheEntry>();
  cache.set(info.fieldNodes, byType);
  const cached = byType.get(typeName);
  const answer = cached?.always ?? cached?.byVariables.get(info.variableValues);
  if (answer) return answer;

  const reader = new SelectionReader(info, typeName);
  const requested = reader.fieldsOf(info.fieldNodes);
  const entry = cached ?? {
    always: reader.dependsOnVariables ? null : requested,
    byVariables: new WeakMap<object, Requested>(),
  };
  entry.byVariables.set(info.variableValues, requested);
  byType.set(typeName, entry);
  return requested;
};

/**
 * The fields that a client selected below a field, each with its own selection. Aliases of one
 * field are one entry.
 */
export interface Requested extends ReadonlyMap<string, Requested> {}

interface Facts {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

interface CacheEntry {
  /** Null where the selection depends on variables, so that it differs from request to request. */
  readonly always: Requested | null;
  readonly byVariables: WeakMap<object, Requested>;
}

// Executors give the same list of nodes to all siblings, and the compiled executor to all requests:
// each selection is read once.
const cache = new WeakMap<readonly FieldNode[], Map<string, CacheEntry>>();

class SelectionReader {
  dependsOnVariables = false;

  constructor(
    private readonly facts: Facts,
    private readonly typeName: string,
  ) {}

  fieldsOf(nodes: readonly FieldNode[]): Requested {
    const names = new Map<string, FieldNode[]>();
    for (const node of nodes)
      if (this.#included(node)) this.#collect(node.selectionSet?.selections ?? [], names);
    return new Map(
      [...names].map(([name, fields]) => [
        name,
        new SelectionReader(this.facts, "").#selectionOf(this, fields),
      ]),
    );
  }

  /** Reads the selection of a field, and marks the parent where variables decide. */
  #selectionOf(parent: SelectionReader, nodes: readonly FieldNode[]): Requested {
    const requested = this.fieldsOf(nodes);
    parent.dependsOnVariables ||= this.dependsOnVariables;
    return requested;
  }

  #collect(selections: readonly SelectionNode[], names: Map<string, FieldNode[]>): void {
    for (const selection of selections) {
      if (!this.#included(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const nodes = names.get(selection.name.value) ?? [];
        names.set(selection.name.value, [...nodes, selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.facts.fragments[selection.name.value];
      if (fragment && this.#applies(fragment.typeCondition?.name.value))
        this.#collect(fragment.selectionSet.selections, names);
    }
  }

  #applies(condition: string | undefined): boolean {
    return (
      condition === undefined ||
      this.typeName === "" ||
      condition === this.typeName ||
      isAbstractType(this.facts.schema.getType(condition))
    );
  }

  #included(node: SelectionNode): boolean {
    if (!node.directives?.length) return true;
    this.dependsOnVariables ||= node.directives.some(({ arguments: values }) =>
      values?.some(({ value }) => value.kind === Kind.VARIABLE),
    );
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.facts.variableValues);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.facts.variableValues);
    return skip?.["if"] !== true && include?.["if"] !== false;
  }
}
