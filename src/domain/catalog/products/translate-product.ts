import { localeTag } from "../../shared/locale-tag.js";
import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { MediaNotFound } from "../images/errors.js";
import {
  translateMetafield,
  type MetafieldTranslationPatch,
} from "../metafields/translate-metafield.js";
import { ambiguities } from "../options/ambiguities.js";
import {
  translateOption,
  translationPath,
  type OptionTranslationPatch,
} from "../options/translate-option.js";
import { AmbiguousTranslation } from "../translations/errors.js";
import { applyTextPatch, type TextPatch } from "../translations/text-patch.js";
import { TEXT_RULES } from "../translations/text-rules.js";
import type { ProductContent } from "./product-content.js";
import { NO_TEXTS, textsByPath, type ProductTexts } from "./product-texts.js";

/**
 * New translations of a product in one language. A list that is undefined keeps the stored texts;
 * null removes them.
 */
export interface ProductTranslationPatch {
  readonly locale: string;
  readonly title?: TextPatch;
  readonly descriptionHtml?: TextPatch;
  readonly seo?:
    { readonly title?: TextPatch; readonly description?: TextPatch } | null | undefined;
  readonly options?: readonly OptionTranslationPatch[] | null | undefined;
  readonly metafields?: readonly MetafieldTranslationPatch[] | null | undefined;
  readonly media?: readonly MediaTranslationPatch[] | null | undefined;
}

interface MediaTranslationPatch {
  readonly id: string;
  readonly alt?: TextPatch;
}

/**
 * A product with patches applied to its translations.
 * @throws Refused with all errors, each with its path:
 * `translations.0.options.1.values.2.translation`
 */
export const translateProduct = (
  content: ProductContent,
  patches: readonly ProductTranslationPatch[],
): ProductContent => {
  const problems = new Problems();
  const translations = new Map(content.translations.map((one) => [one.locale, one]));
  const patchIndexes = new Map<string, number>();
  for (const [index, patch] of patches.entries()) {
    const path = ["translations", String(index)];
    const locale = problems.collect(() => localeTag(patch.locale), ...path);
    if (locale === undefined) continue;
    if (patchIndexes.has(locale)) problems.add(new RepeatedEntry(locale, [...path, "locale"]));
    patchIndexes.set(locale, index);
    translations.set(locale, {
      locale,
      ...applyTranslationPatch(
        content,
        translations.get(locale) ?? NO_TEXTS,
        patch,
        problems,
        path,
      ),
    });
  }
  const all = [...translations.values()].filter((one) => textsByPath(one).size > 0);
  for (const { locale, text: repeated, what, path } of ambiguities(content.options, all)) {
    const index = patchIndexes.get(locale) ?? 0;
    problems.add(
      new AmbiguousTranslation(locale, repeated, what, [
        "translations",
        String(index),
        ...translationPath(content.options, patches[index]?.options ?? [], path),
      ]),
    );
  }
  problems.throwIfAny();
  return { ...content, translations: all };
};

const applyTranslationPatch = (
  content: ProductContent,
  before: ProductTexts,
  patch: ProductTranslationPatch,
  problems: Problems,
  path: readonly string[],
): ProductTexts => {
  const patched = (
    value: TextPatch,
    stored: string | null,
    rule: keyof typeof TEXT_RULES,
    ...textPath: readonly string[]
  ): string | null =>
    applyTextPatch(
      value,
      stored,
      (raw) => problems.collect(() => text(raw, TEXT_RULES[rule]), ...path, ...textPath) ?? stored,
    );
  const seo = patch.seo === null ? { title: null, description: null } : patch.seo;
  return {
    title: patched(patch.title, before.title, "title", "title"),
    descriptionHtml: patched(
      patch.descriptionHtml,
      before.descriptionHtml,
      "descriptionHtml",
      "descriptionHtml",
    ),
    seoTitle: patched(seo?.title, before.seoTitle, "seoTitle", "seo", "title"),
    seoDescription: patched(
      seo?.description,
      before.seoDescription,
      "seoDescription",
      "seo",
      "description",
    ),
    options: applyEach(patch.options, before.options, (texts, one, index) =>
      translateOption(content.options, texts, one, problems, [...path, "options", index]),
    ),
    metafields: applyEach(patch.metafields, before.metafields, (texts, one, index) =>
      translateMetafield(content.metafields, texts, one, problems, [...path, "metafields", index]),
    ),
    media: applyEach(patch.media, before.media, (texts, one, index) =>
      translateMedia(content.media, texts, one, problems, [...path, "media", index]),
    ),
  };
};

const applyEach = <Texts extends readonly unknown[], Patch>(
  patches: readonly Patch[] | null | undefined,
  stored: Texts,
  apply: (texts: Texts, patch: Patch, index: string) => Texts,
): Texts | [] =>
  patches === null
    ? []
    : (patches ?? []).reduce<Texts>(
        (texts, one, index) => apply(texts, one, String(index)),
        stored,
      );

const translateMedia = (
  media: ProductContent["media"],
  texts: ProductTexts["media"],
  { id, alt }: MediaTranslationPatch,
  problems: Problems,
  path: readonly string[],
): ProductTexts["media"] => {
  const image = media.find((one) => one.id === id);
  if (!image) problems.add(new MediaNotFound(id, [...path, "id"]));
  if (!image || alt === undefined) return texts;
  const checked =
    alt === null ? "" : problems.collect(() => text(alt, TEXT_RULES.alt), ...path, "alt");
  return [
    ...texts.filter((one) => one.id !== image.id),
    ...(checked ? [{ id: image.id, alt: checked }] : []),
  ];
};
