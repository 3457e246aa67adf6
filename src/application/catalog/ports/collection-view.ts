import type {
  CollectionKind,
  CollectionSnapshot,
} from "../../../domain/catalog/collections/collection-content.js";
import type { CollectionTranslation } from "../../../domain/catalog/collections/collection-translation.js";
import type { TranslationView } from "../../../domain/catalog/translations/translation-view.js";

export interface CollectionView extends Omit<CollectionSnapshot, "announced" | "translations"> {
  /** For staff. */
  readonly translations: readonly TranslationView<CollectionTranslation>[];
  readonly kind: CollectionKind;
  /** Whether its new rules are not applied to all products yet. */
  readonly evaluating: boolean;
}
