import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** The size of an operation; the content of a fragment counts wherever the fragment is used. */
interface OperationSize {
  readonly depth: number;
  /** Fields side by side at the top. */
  readonly width: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly directivesPerLocation: number;
}

const EMPTY: OperationSize = {
  depth: 0,
  width: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  directivesPerLocation: 0,
};

/**
 * Measures the operations of one document. Each fragment is measured once, however often it is
 * used.
 */
export class DocumentSize {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sizes = new Map<string, OperationSize>();

  constructor(
    definitions: readonly DefinitionNode[],
    private readonly introspection: boolean,
  ) {
    this.#fragments = new Map(
      definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
  }

  of(node: OperationDefinitionNode): OperationSize {
    const variables = (node.variableDefinitions ?? []).map(({ directives = [] }) =>
      withDirectives(EMPTY, directives.length),
    );
    return withDirectives(
      [this.#selections(node.selectionSet), ...variables].reduce(sum),
      node.directives?.length ?? 0,
    );
  }

  #selections(set: SelectionSetNode | undefined): OperationSize {
    let all = EMPTY;
    for (const node of set?.selections ?? []) {
      const directives = node.directives?.length ?? 0;
      if (node.kind === Kind.INLINE_FRAGMENT)
        all = sum(all, withDirectives(this.#selections(node.selectionSet), directives));
      else if (node.kind === Kind.FRAGMENT_SPREAD)
        all = sum(all, withDirectives(this.#fragment(node.name.value), directives));
      else {
        const children = this.#selections(node.selectionSet);
        const exempt =
          this.introspection && (node.name.value === "__schema" || node.name.value === "__type");
        const field = {
          ...children,
          depth: exempt ? 1 : children.depth + 1,
          width: 1,
          fields: children.fields + 1,
          aliases: children.aliases + (node.alias ? 1 : 0),
        };
        all = sum(all, withDirectives(field, directives));
      }
    }
    return all;
  }

  #fragment(name: string): OperationSize {
    const cached = this.#sizes.get(name);
    if (cached) return cached;
    // A fragment that contains itself counts once here; the rule against cycles refuses it.
    this.#sizes.set(name, EMPTY);
    const fragment = this.#fragments.get(name);
    const size = withDirectives(
      this.#selections(fragment?.selectionSet),
      fragment?.directives?.length ?? 0,
    );
    this.#sizes.set(name, size);
    return size;
  }
}

const sum = (a: OperationSize, b: OperationSize): OperationSize => ({
  depth: Math.max(a.depth, b.depth),
  width: a.width + b.width,
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  directivesPerLocation: Math.max(a.directivesPerLocation, b.directivesPerLocation),
});

const withDirectives = (size: OperationSize, directives: number): OperationSize => ({
  ...size,
  directives: size.directives + directives,
  directivesPerLocation: Math.max(size.directivesPerLocation, directives),
});
