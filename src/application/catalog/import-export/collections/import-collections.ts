import type { CollectionId } from "../../../../domain/catalog/ids.js";
import { inLowerCase } from "../../../../domain/catalog/slug.js";
import type { ImportIssue } from "../../../shared/file-format.js";
import { portionsOf } from "../../../shared/portions.js";
import {
  importStrictly,
  NO_ROWS,
  refusalText,
  rowIssues,
  type RowsResult,
  type TableImport,
  type TableReport,
} from "../../../shared/table-import.js";
import { useCase } from "../../../shared/use-case.js";
import type { Viewer } from "../../../shared/viewer.js";
import type { CatalogReads } from "../../ports/catalog-reads.js";
import { mayWriteCatalog } from "../../ports/permissions.js";
import { ImportState } from "../import-state.js";
import { collectionEntries } from "./collection-entries.js";
import type { CollectionField } from "./collection-file.js";
import { collectionWarnings } from "./collection-warnings.js";
import type { CollectionEntry } from "./collection-record.js";
import { collectionTargets, storedCollections } from "./collection-targets.js";
import { importMembers } from "./import-members.js";
import { moveCollections } from "./move-collections.js";
import { planTree } from "./plan-tree.js";
import { collectionColumns } from "./read-collection.js";
import { saveEntries, type CollectionImport, type SavedEntry } from "./save-entries.js";
import { storedTree, type StoredTree } from "./stored-tree.js";

type Needs = Parameters<typeof saveEntries>[0] &
  Parameters<typeof importMembers>[0] &
  Parameters<typeof moveCollections>[0] & { readonly catalogReads: CatalogReads };

interface ImportCollections extends Omit<TableImport<CollectionField>, "replace"> {
  /** The address of this shop: images with it are files of its own storage. */
  readonly publicUrl?: string | null | undefined;
}

/**
 * Imports the collections of a file, each with its settings as a whole or not at all. Collections and
 * products of collections that are not in the file stay. Parents may be in later rows.
 */
export const importCollections = useCase(
  mayWriteCatalog,
  (needs: Needs) =>
    (command: ImportCollections, viewer): Promise<TableReport> =>
      importStrictly(command, (dryRun, onRows) =>
        importOnce(needs, command, { viewer, dryRun, onRows }),
      ),
);

interface Run {
  readonly viewer: Viewer;
  readonly dryRun: boolean;
  readonly onRows: (result: RowsResult) => void;
}

const NOTHING: RowsResult = { ...NO_ROWS, defects: [], warnings: [] };

const importOnce = async (
  needs: Needs,
  { file, publicUrl = null, signal }: ImportCollections,
  run: Run,
): Promise<{ readonly interrupted: boolean }> => {
  const header = collectionColumns(file.columns);
  const issue = rowIssues<CollectionField>(file.columns);
  const { targets, multiline } = await collectionTargets(
    needs.catalogReads,
    needs.ids,
    file,
    header,
  );
  const hasTreeColumns = file.columns.parent !== undefined || file.columns.position !== undefined;
  const tree = hasTreeColumns ? await storedTree(needs.catalogReads) : null;
  const state = new ImportState({
    has: () => false,
    hasSku: () => false,
    declared: header.metafields.flatMap(({ type, ...column }) =>
      type === null ? [] : [{ ...column, name: column.name || column.key, type, description: "" }],
    ),
    issuesOfNew: { products: null, variants: null },
  });
  const context: CollectionImport = { targets, issue, publicUrl, state };
  const accepted: Accepted[] = [];
  const result = (interrupted: boolean): { readonly interrupted: boolean } => {
    const changed = accepted.filter(({ hasChanged }) => hasChanged).length;
    run.onRows({ ...NOTHING, changed, unchanged: accepted.length - changed });
    return { interrupted };
  };
  for await (const entries of portionsOf(
    collectionEntries(file, { header, multiline, issue }),
    MOST_IN_A_PORTION,
  )) {
    if (signal?.aborted) return result(true);
    await importPortion(needs, entries, context, run, accepted);
  }
  if (tree) {
    if (signal?.aborted) return result(true);
    await arrange(needs, tree, accepted, context, run);
  }
  return result(false);
};

/** An imported collection of the file, as far as its place in the tree needs it. */
interface Accepted extends Pick<CollectionEntry, "row"> {
  readonly id: CollectionId;
  readonly slug: string;
  readonly isNew: boolean;
  readonly parent: string | null | undefined;
  readonly position: number | undefined;
  hasChanged: boolean;
}

const MOST_IN_A_PORTION = { entries: 100, rows: 1_000 };

const importPortion = async (
  needs: Needs,
  entries: readonly CollectionEntry[],
  context: CollectionImport,
  run: Run,
  accepted: Accepted[],
): Promise<void> => {
  const { result, refusals } = await saveEntries(needs)({ ...context, entries }, run.viewer, {
    key: null,
    dryRun: run.dryRun,
    problems: [],
  });
  if (result) context.state.keep(result.state);
  const saved: readonly SavedEntry[] =
    result?.entries ??
    entries.map((entry) => ({
      entry,
      target: null,
      content: null,
      hasChanged: false,
      defects: refusals.map((refusal) => context.issue(entry.row, "handle", refusalText(refusal))),
      warnings: entry.warnings,
    }));
  for (const one of saved) {
    const { entry, target, content } = one;
    const warnings = [...one.warnings];
    if (!target || !content || !entry.record) {
      run.onRows({ ...NOTHING, rows: entry.rows, refused: 1, defects: one.defects, warnings });
      continue;
    }
    const { id, isNew } = target;
    if (isNew && entry.record.published === undefined && context.state.isFirst("products"))
      warnings.push(context.issue(entry.row, "handle", collectionWarnings.columnsMissing()));
    const { members } = entry;
    const products = await importMembers(
      needs,
      { id, isNew, content, members, issue: context.issue },
      run,
    );
    warnings.push(...products.warnings);
    const { slug, parent, position } = entry.record;
    const hasChanged = one.hasChanged || products.hasChanged;
    accepted.push({ id, slug, isNew, parent, position, row: entry.row, hasChanged });
    run.onRows({ ...NOTHING, rows: entry.rows, warnings });
  }
};

const MOVES_AT_ONCE = 100;

/** Moves the collections of the file in the tree, when all of them are stored. */
const arrange = async (
  needs: Needs,
  stored: StoredTree,
  accepted: readonly Accepted[],
  { issue }: CollectionImport,
  { viewer, dryRun, onRows }: Run,
): Promise<void> => {
  const created = accepted.flatMap(({ id, isNew }) => (isNew ? [id] : []));
  const tree = {
    parents: new Map([...stored.parents, ...created.map((id) => [id, null] as const)]),
    children: new Map([
      ...stored.children,
      [null, [...(stored.children.get(null) ?? []), ...created]],
    ]),
  };
  const [byId, warnings]: [Map<CollectionId, Accepted>, ImportIssue[]] = [
    new Map(accepted.map((one) => [one.id, one])),
    [],
  ];
  const idOf = await parentsOf(needs.catalogReads, accepted);
  const requests = accepted.map((one) => {
    const parent = one.parent == null ? one.parent : idOf(one.parent);
    if (one.parent != null && parent === undefined)
      warnings.push(issue(one.row, "parent", collectionWarnings.unknownParent(one.parent)));
    return { id: one.id, parent, position: one.position };
  });
  const plan = planTree(tree, requests);
  for (const [id, { code, message }] of plan.refused) {
    const row = byId.get(id)?.row;
    if (row) warnings.push(issue(row, "parent", collectionWarnings.refusedParent(code, message)));
  }
  const moves = [...plan.parents.map((one) => ({ ...one, to: null })), ...plan.moves];
  const move = async (some: typeof moves): Promise<void> => {
    const { refusals } = dryRun
      ? { refusals: [] }
      : await moveCollections(needs)({ moves: some }, viewer);
    // One that others have changed meanwhile does not hold up the rest.
    if (refusals.length > 0 && some.length > 1) {
      for (const one of some) await move([one]);
      return;
    }
    for (const { id } of some) {
      const one = byId.get(id);
      if (!one) continue;
      one.hasChanged ||= refusals.length === 0;
      for (const { code, message } of refusals)
        warnings.push(issue(one.row, "parent", collectionWarnings.refusedParent(code, message)));
    }
  };
  for (let start = 0; start < moves.length; start += MOVES_AT_ONCE)
    await move(moves.slice(start, start + MOVES_AT_ONCE));
  onRows({ ...NOTHING, warnings: warnings.toSorted((a, b) => a.line - b.line) });
};

/** Finds parents by their slug: in the file, or else in the shop. */
const parentsOf = async (
  reads: CatalogReads,
  accepted: readonly Accepted[],
): Promise<(slug: string) => CollectionId | undefined> => {
  const inFile = new Map(accepted.map(({ slug, id }) => [slug, id]));
  const others = new Set(
    accepted.flatMap(({ parent }) =>
      parent == null || inFile.has(inLowerCase(parent)) ? [] : [inLowerCase(parent)],
    ),
  );
  const inShop = await storedCollections(reads, [...others]);
  return (slug) => inFile.get(inLowerCase(slug)) ?? inShop.get(inLowerCase(slug));
};
