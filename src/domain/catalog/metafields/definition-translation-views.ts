import { translationViews, type TranslationView } from "../translations/translation-view.js";
import { definitionTextsByPath, type DefinitionTranslation } from "./definition-translation.js";
import type { MetafieldDefinitionContent } from "./metafield-definition.js";

export const definitionTranslationViews = (
  content: MetafieldDefinitionContent,
): readonly TranslationView<DefinitionTranslation>[] =>
  translationViews(
    content.translations,
    () => definitionTextsByPath(content),
    definitionTextsByPath,
  );
