import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";

/** The fields that a client selected under a field, and what it selected under each of those. Aliases of one field are one entry. */
export interface Requested extends ReadonlyMap<string, Requested> {}

interface Facts {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

interface Known {
  /** Null where the selection depends on variables, so that it differs from request to request. */
  readonly always: Requested | null;
  readonly byVariables: WeakMap<object, Requested>;
}

// Executors hand the same list of nodes to every sibling, and the compiled one to every request: each selection is read once.
const known = new WeakMap<readonly FieldNode[], Map<string, Known>>();

/**
 * What a client wants to know of the value of a field: fragments, `@skip` and `@include` are heeded.
 * @param typeName for a field of an abstract type: the type that its value turned out to have
 */
export const requestedFields = (info: GraphQLResolveInfo, typeName = ""): Requested => {
  const byType = known.get(info.fieldNodes) ?? new Map<string, Known>();
  known.set(info.fieldNodes, byType);
  const cached = byType.get(typeName);
  const answer = cached?.always ?? cached?.byVariables.get(info.variableValues);
  if (answer) return answer;

  const reading = new Reading(info, typeName);
  const requested = reading.below(info.fieldNodes);
  const entry = cached ?? {
    always: reading.dependsOnVariables ? null : requested,
    byVariables: new WeakMap<object, Requested>(),
  };
  entry.byVariables.set(info.variableValues, requested);
  byType.set(typeName, entry);
  return requested;
};

class Reading {
  dependsOnVariables = false;

  constructor(
    private readonly facts: Facts,
    private readonly typeName: string,
  ) {}

  below(nodes: readonly FieldNode[]): Requested {
    const names = new Map<string, FieldNode[]>();
    for (const node of nodes)
      if (this.#included(node)) this.#collect(node.selectionSet?.selections ?? [], names);
    return new Map(
      [...names].map(([name, fields]) => [name, new Reading(this.facts, "").#noting(this, fields)]),
    );
  }

  /** Reads on below, and tells the reading above when variables decide there. */
  #noting(above: Reading, nodes: readonly FieldNode[]): Requested {
    const requested = this.below(nodes);
    above.dependsOnVariables ||= this.dependsOnVariables;
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
    this.dependsOnVariables ||= node.directives.some(({ arguments: given }) =>
      given?.some(({ value }) => value.kind === Kind.VARIABLE),
    );
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.facts.variableValues);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.facts.variableValues);
    return skip?.["if"] !== true && include?.["if"] !== false;
  }
}
