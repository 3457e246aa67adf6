// What other contexts may import from the catalogue, besides its ids and events.
export type { CollectionOrder } from "./collections/collection-content.js";
export { choiceLabel, type MetafieldChoice } from "./metafields/metafield-choice.js";
export { valuesOf } from "./metafields/metafield-form.js";
export type { MetafieldText } from "./metafields/metafield-text.js";
export { itemTypeOf, type MetafieldType } from "./metafields/metafield-type.js";
export { fullName, type Metafield } from "./metafields/metafield.js";
export { isDefault, type Option } from "./options/option.js";
export { withSwatches, type SwatchLook } from "./options/swatch.js";
export type { OptionTexts } from "./options/option-texts.js";
export { fieldChange, type FieldChange } from "./products/field-change.js";
export { isVisible } from "./products/is-visible.js";
export type { ProductStatus } from "./products/product-content.js";
export { VariantNotFound } from "./variants/errors.js";
export type { Publication } from "./publication.js";
