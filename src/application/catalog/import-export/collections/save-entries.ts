import { checkedCollection } from "../../../../domain/catalog/collections/checked-collection.js";
import type {
  CollectionContent,
  CollectionSnapshot,
} from "../../../../domain/catalog/collections/collection-content.js";
import { Collection } from "../../../../domain/catalog/collections/collection.js";
import { checkDeclared } from "../../../../domain/catalog/metafields/check-declared.js";
import { fullName } from "../../../../domain/catalog/metafields/metafield.js";
import { errorsOf } from "../../../../domain/shared/domain-error.js";
import { Problems } from "../../../../domain/shared/problems.js";
import type { MediaStores } from "../../../media/ports/media-stores.js";
import { change, type Work } from "../../../shared/change.js";
import type { ImportIssue } from "../../../shared/file-format.js";
import type { Ids } from "../../../shared/ids.js";
import { saveCollection, type CollectionStores } from "../../collections/save-collection.js";
import type { CatalogStores } from "../../ports/catalog-stores.js";
import { mayWriteCatalog } from "../../ports/permissions.js";
import {
  declareMetafields,
  importedMetafields,
  keptTypes,
  noteDeclared,
  type ImportedMetafields,
} from "../declare-metafields.js";
import { foundReferences, type FoundReferences } from "../found-references.js";
import type { ImportState } from "../import-state.js";
import { importWarnings } from "../import-warnings.js";
import { mergeMetafields } from "../merge-metafields.js";
import { absoluteUrl, fileMissing, ownAddresses } from "../own-addresses.js";
import { collectionWarnings, refusedCollection } from "./collection-warnings.js";
import type { CollectionEntry, CollectionIssue, CollectionRecord } from "./collection-record.js";
import type { CollectionTarget, CollectionTargets } from "./collection-targets.js";
import { mergeCollection } from "./merge-collection.js";

/** What the import of a file knows about all of it. */
export interface CollectionImport extends Pick<CollectionTargets, "targets"> {
  readonly issue: CollectionIssue;
  readonly publicUrl: string | null;
  readonly state: ImportState;
}

/** The result of one entry; its collection is null when it is refused. */
export interface SavedEntry {
  readonly entry: CollectionEntry;
  readonly target: CollectionTarget | null;
  readonly content: CollectionContent | null;
  readonly hasChanged: boolean;
  readonly defects: readonly ImportIssue[];
  readonly warnings: readonly ImportIssue[];
}

interface Saved {
  readonly entries: readonly SavedEntry[];
  readonly state: ImportState;
}

type Stores = CollectionStores &
  Pick<MediaStores, "mediaFiles"> &
  Pick<CatalogStores, "metafieldDefinitions" | "referenceTargets">;

interface Command extends CollectionImport {
  readonly entries: readonly CollectionEntry[];
}

/** A readable entry with its merged content. */
interface Merged {
  readonly entry: CollectionEntry;
  readonly record: CollectionRecord;
  readonly target: CollectionTarget;
  readonly stored: Collection | null;
  readonly content: CollectionContent;
  readonly warnings: readonly ImportIssue[];
}

/**
 * Saves the settings of some collections, each as a whole or not at all. Products and the tree
 * follow.
 */
export const saveEntries = change(
  mayWriteCatalog,
  async (command: Command, work: Work<Stores>, { ids }: { readonly ids: Ids }): Promise<Saved> => {
    const { entries } = command;
    const { stores, now } = work;
    const state = command.state.draft();
    const context = await load({ ...command, state }, stores, now, ids);
    const planned = entries.map((entry) => plan(entry, context));
    const accepted = planned.flatMap((one) => ("record" in one ? [one.record] : []));
    noteDeclared(state, accepted, context.metafields);
    await declareMetafields(stores, accepted, context.metafields, { ids, now, file: state.file });
    const results: SavedEntry[] = [];
    for (const one of planned)
      results.push("record" in one ? await save(one, command.issue, work) : one);
    return { entries: results, state };
  },
);

interface LoadedContext extends CollectionImport {
  readonly ids: Ids;
  readonly now: Date;
  readonly stored: ReadonlyMap<string, Collection>;
  readonly metafields: ImportedMetafields;
  readonly references: FoundReferences;
  readonly images: Awaited<ReturnType<typeof ownAddresses>>;
}

const load = async (
  command: Command,
  stores: Stores,
  now: Date,
  ids: Ids,
): Promise<LoadedContext> => {
  const { entries, targets, state, publicUrl } = command;
  const records = entries.flatMap(({ record, defects }) =>
    record && defects.length === 0 ? [record] : [],
  );
  const urls = records.flatMap(({ imageUrl }) => imageUrl ?? []);
  const images = await ownAddresses(stores, urls, publicUrl, now);
  const known = records.flatMap(({ slug }) => targets.get(slug)?.id ?? []);
  const metafields = await importedMetafields(stores, records, state);
  return {
    ...command,
    ids,
    now,
    images,
    metafields,
    references: await foundReferences(stores, records, metafields, { state, ids }),
    stored: await stores.collections.byId(known),
  };
};

const plan = (entry: CollectionEntry, context: LoadedContext): Merged | SavedEntry => {
  const { record, row } = entry;
  const { issue, images, metafields, publicUrl } = context;
  const target = record && context.targets.get(record.slug);
  const warnings = [...entry.warnings];
  const refused = (defects: readonly ImportIssue[]): SavedEntry => ({
    entry,
    target: null,
    content: null,
    hasChanged: false,
    defects: [...entry.defects, ...defects],
    warnings,
  });
  if (!record || !target || entry.defects.length > 0) return refused([]);
  const { sameAs, renamedTo } = target;
  if (sameAs !== null)
    return refused([issue(row, "handle", collectionWarnings.twice(sameAs, renamedTo ?? ""))]);
  const stored = context.stored.get(target.id) ?? null;
  const before = stored?.snapshot() ?? null;
  if (renamedTo !== null)
    warnings.push(issue(row, "handle", collectionWarnings.foundByOldSlug(renamedTo)));
  warnings.push(...keptTypes(record, metafields));
  if (record.imageUrl != null && images.isMissing(record.imageUrl))
    warnings.push(issue(row, "imageUrl", fileMissing(record.location, record.imageUrl)));

  const problems = new Problems();
  const content = problems.collect(() => {
    const merged = mergeCollection(record, before, {
      ids: context.ids,
      now: context.now,
      storedUrl: images.stored,
      mergeMetafields: (image, fields) =>
        mergeMetafields(record.metafields, fields, {
          typeOf: (field) => metafields.declared.get(fullName(field))?.type ?? field.type,
          idOf: (kind, name) => {
            if (kind === "media")
              return image && absoluteUrl(image.url, publicUrl) === absoluteUrl(name, publicUrl)
                ? image.id
                : undefined;
            const inFile = kind === "collection" ? context.targets.get(name)?.id : undefined;
            return inFile ?? context.references.get(kind)?.get(name);
          },
          onUnknown: (field, kind, name) =>
            warnings.push(importWarnings.unknownReference(record.location, field, kind, name)),
        }),
    });
    const checked = checkedCollection(merged);
    checkDeclared(before?.metafields ?? [], checked.metafields, metafields.declared, "COLLECTION");
    return checked;
  });
  if (content) return { entry, record, target, stored, content, warnings };
  return refused(problems.errors.map((one) => refusedCollection(one, row, issue, record)));
};

const save = async (
  { entry, record, target, stored, content, warnings }: Merged,
  issue: CollectionIssue,
  { stores, attempt, now }: Work<Stores>,
): Promise<SavedEntry> => {
  const before: CollectionSnapshot | null = stored?.snapshot() ?? null;
  try {
    const collection = stored ?? Collection.create(target.id, content, now);
    const hasChanged = stored ? stored.revise(content, now) : true;
    const warned = await attempt(() => saveCollection(stores, collection, before, now));
    return {
      entry,
      target: { ...target, isNew: before === null },
      content,
      hasChanged,
      defects: [],
      warnings: [
        ...warnings,
        ...warned.map(({ message }) =>
          issue(entry.row, "handle", collectionWarnings.oldSlugTakenOver(message)),
        ),
      ],
    };
  } catch (error) {
    const errors = errorsOf(error);
    if (errors.length === 0) throw error;
    const defects = errors.map((one) => refusedCollection(one, entry.row, issue, record));
    return { entry, target: null, content: null, hasChanged: false, defects, warnings };
  }
};
