import { Problems } from "../../shared/problems.js";
import { text } from "../../shared/text.js";
import { media } from "../images/media.js";
import { metafields } from "../metafields/metafield.js";
import { publication } from "../publication.js";
import { slug } from "../slug.js";
import { TEXT_RULES } from "../translations/text-rules.js";
import type { CollectionContent } from "./collection-content.js";
import { collectionRules } from "./collection-rules.js";
import { checkedCollectionTranslations } from "./collection-translation.js";

/**
 * The content of a collection in its stored form.
 * @throws Refused with every rule that it breaks, each with its path in the content
 */
export const checkedCollection = (content: CollectionContent): CollectionContent => {
  const problems = new Problems();
  const { image, rules, seo } = content;
  const checked = (
    value: string,
    rule: keyof typeof TEXT_RULES,
    ...path: readonly string[]
  ): string => problems.collect(() => text(value, TEXT_RULES[rule]), ...path) ?? value;

  const next: CollectionContent = {
    slug: problems.collect(() => slug(content.slug)) ?? content.slug,
    title: problems.collect(() => collectionTitle(content.title), "title") ?? content.title,
    descriptionHtml: checked(content.descriptionHtml, "descriptionHtml", "descriptionHtml"),
    publication: problems.collect(() => publication(content.publication)) ?? null,
    seo: {
      title: checked(seo.title, "seoTitle", "seo", "title"),
      description: checked(seo.description, "seoDescription", "seo", "description"),
    },
    image: image && (problems.collect(() => media(image), "image") ?? null),
    rules: rules && (problems.collect(() => collectionRules(rules), "rules") ?? null),
    sortOrder: content.sortOrder,
    parentId: content.parentId,
    metafields: problems.collect(() => metafields(content.metafields), "metafields") ?? [],
    translations: problems.collect(() => checkedCollectionTranslations(content)) ?? [],
  };
  problems.throwIfAny();
  return next;
};

/** The title of a collection in its stored form. @throws InvalidText */
export const collectionTitle = (raw: string): string =>
  text(raw, { ...TEXT_RULES.title, what: "The title of a collection" });
