import { translationViews, type TranslationView } from "../translations/translation-view.js";
import { originalTexts } from "./original-texts.js";
import type { ProductContent } from "./product-content.js";
import { textsByPath, type ProductTranslation } from "./product-texts.js";

export const productTranslationViews = (
  content: ProductContent,
): readonly TranslationView<ProductTranslation>[] =>
  translationViews(content.translations, () => textsByPath(originalTexts(content)), textsByPath);
