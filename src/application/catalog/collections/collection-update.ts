import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { MediaStores } from "../../media/ports/media-stores.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { applyCollectionPatch, withImageUrl, type CollectionPatch } from "./collection-patch.js";
import { lockCollection, type CollectionEdited } from "./lock-collection.js";
import { resolveParent } from "./resolve-parent.js";
import { saveCollection, type CollectionStores } from "./save-collection.js";
import { catalogWarning } from "../ports/warnings.js";

interface CollectionUpdate extends Target {
  readonly changes: CollectionPatch & {
    /** The collection becomes the last child of this parent; null: it gets no parent. */
    readonly parentId?: string | null | undefined;
  };
}

/** Changes a collection. */
export const collectionUpdate = change(
  mayWriteCatalog,
  async (
    { changes: { parentId, ...changes }, ...target }: CollectionUpdate,
    { stores, now }: Work<CollectionStores & Pick<MediaStores, "mediaFiles">>,
    { ids }: { readonly ids: Ids },
  ): Promise<CollectionEdited> => {
    if (parentId !== undefined) await stores.collectionTree.lock();
    const collection = await lockCollection(stores, target);
    const before = collection.snapshot();
    const [hasChanged, takenOver] = await withPathAsync(
      (path) => ["changes", ...path],
      async () => {
        const parent =
          parentId === undefined || parentId === before.parentId
            ? before.parentId
            : await resolveParent(stores, collection.id, parentId);
        const problems = new Problems();
        const patch = await withImageUrl(stores, changes, now, problems);
        problems.throwIfAny();
        const changed = collection.revise(applyCollectionPatch(before, patch, parent, ids), now);
        const warnings = await saveCollection(stores, collection, before, now);
        if (parent !== before.parentId)
          await stores.collectionTree.moveTo(collection.id, parent, null);
        return [changed, warnings] as const;
      },
    );
    const { id, slug } = collection.snapshot();
    const redirected = catalogWarning(
      "OLD_SLUG_REDIRECTED",
      `Requests for "${before.slug}" are redirected to "${slug}".`,
      ["changes", "slug"],
    );
    return {
      collectionId: id,
      warnings: [
        ...(hasChanged ? [] : [nothingChanged(["changes"])]),
        ...(slug === before.slug ? [] : [redirected]),
        ...takenOver.map((one) => ({ ...one, path: ["changes", ...one.path] })),
      ],
    };
  },
);
