import type { PublicationRequest } from "../../../domain/catalog/publication.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editCollection } from "./edit-collection.js";
import type { CollectionEdited } from "./lock-collection.js";
import type { CollectionStores } from "./save-collection.js";

interface CollectionPublish extends Target, PublicationRequest {}

/** Publishes a collection for a period. */
export const collectionPublish = change(
  mayWriteCatalog,
  (
    { from, until, ...target }: CollectionPublish,
    work: Work<CollectionStores>,
  ): Promise<CollectionEdited> =>
    editCollection(work, target, (collection) =>
      // The period has no name of its own in the command.
      withPath(
        (path) => path.slice(1),
        () => collection.publish({ from, until }, work.now),
      ),
    ),
);
