import {
  Kind,
  type DefinitionNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** How much an operation asks for; what stands in a fragment counts wherever it is used. */
export interface Size {
  readonly depth: number;
  /** Fields side by side at the top. */
  readonly width: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly directivesInOnePlace: number;
}

const NOTHING: Size = {
  depth: 0,
  width: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  directivesInOnePlace: 0,
};

/** Measures the operations of one document. Each fragment is looked at once, however often it is used. */
export class DocumentSize {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sizes = new Map<string, Size>();

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

  of(node: OperationDefinitionNode): Size {
    const variables = (node.variableDefinitions ?? []).map(({ directives = [] }) =>
      withDirectives(NOTHING, directives.length),
    );
    return withDirectives(
      [this.#selections(node.selectionSet), ...variables].reduce(together),
      node.directives?.length ?? 0,
    );
  }

  #selections(set: SelectionSetNode | undefined): Size {
    let all = NOTHING;
    for (const node of set?.selections ?? []) {
      const directives = node.directives?.length ?? 0;
      if (node.kind === Kind.INLINE_FRAGMENT)
        all = together(all, withDirectives(this.#selections(node.selectionSet), directives));
      else if (node.kind === Kind.FRAGMENT_SPREAD)
        all = together(all, withDirectives(this.#fragment(node.name.value), directives));
      else {
        const below = this.#selections(node.selectionSet);
        const exempt =
          this.introspection && (node.name.value === "__schema" || node.name.value === "__type");
        const field = {
          ...below,
          depth: exempt ? 1 : below.depth + 1,
          width: 1,
          fields: below.fields + 1,
          aliases: below.aliases + (node.alias ? 1 : 0),
        };
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
    const size = withDirectives(
      this.#selections(fragment?.selectionSet),
      fragment?.directives?.length ?? 0,
    );
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
