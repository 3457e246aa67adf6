import { translationViews, type TranslationView } from "../translations/translation-view.js";
import type { CollectionContent } from "./collection-content.js";
import {
  collectionTextsByPath,
  originalCollectionTexts,
  type CollectionTranslation,
} from "./collection-translation.js";

export const collectionTranslationViews = (
  content: CollectionContent,
): readonly TranslationView<CollectionTranslation>[] =>
  translationViews(
    content.translations,
    () => collectionTextsByPath(originalCollectionTexts(content)),
    collectionTextsByPath,
  );
