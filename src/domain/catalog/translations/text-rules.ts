/** Limits of the texts of products and collections, in every language. Lengths in UTF-16 units. */
export const TEXT_RULES = {
  title: { what: "The title", min: 1, max: 255 },
  descriptionHtml: { what: "The description", max: 500_000, multiline: true },
  seoTitle: { what: "The SEO title", max: 255 },
  seoDescription: { what: "The SEO description", max: 1_000 },
  optionName: { what: "The name of an option", min: 1, max: 255 },
  optionValue: { what: "A value of an option", min: 1, max: 255 },
  alt: { what: "The alternative text of an image", max: 512 },
} as const;
