import type { Metafield, MetafieldName } from "./metafield.js";

/** The value of a metafield in one language. */
export interface MetafieldText extends MetafieldName {
  readonly value: string;
}

/**
 * Whether a metafield can be translated: it is text. Numbers, dates and the like are the same in
 * every language.
 */
export const isTranslatable = ({ type }: Pick<Metafield, "type">): boolean =>
  type === "TEXT" || type === "MULTILINE_TEXT";
