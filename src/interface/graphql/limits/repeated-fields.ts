import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from "graphql";

/**
 * About how many pairs of selections validation compares: of the same field in one place of the
 * answer, whatever fragments hold it, and of fragments. The document has few fields in all.
 */
export const repeatedFields = ({ definitions }: DocumentNode): number => {
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  return definitions.reduce(
    (sum, one) =>
      one.kind === Kind.OPERATION_DEFINITION
        ? sum + repeatedIn([one.selectionSet], fragments)
        : sum,
    pairsOf(fragments.size),
  );
};

const repeatedIn = (
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number => {
  const fields = new Map<string, { count: number; readonly sets: SelectionSetNode[] }>();
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const { value } = selection.name;
        const fragment = fragments.get(value);
        // A fragment is not compared with itself.
        if (!fragment || seen.has(value)) continue;
        seen.add(value);
        collect(fragment.selectionSet);
      } else {
        const key = (selection.alias ?? selection.name).value;
        const field = fields.get(key) ?? { count: 0, sets: [] };
        fields.set(key, field);
        field.count += 1;
        if (selection.selectionSet) field.sets.push(selection.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  let pairs = 0;
  for (const field of fields.values())
    pairs += pairsOf(field.count) + (field.sets.length > 0 ? repeatedIn(field.sets, fragments) : 0);
  return pairs;
};

const pairsOf = (count: number): number => (count * (count - 1)) / 2;
