import { ArrayMaxSize, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { mutations } from "../../mutation/mutations.js";
import { ProductItemInput } from "../products/product-item-input.js";
import { ProductPayload } from "../products/product-payload.js";
import { ProductTargetInput } from "../products/product-target-input.js";
import { ProductsPayload } from "../products/products-payload.js";
import { LocalesField } from "./locales-field.js";
import { ProductTranslationInput } from "./product-translation-input.js";
import { TranslationsField } from "./translations-field.js";

/** What staff can do to the translations of products. */
export const productTranslationMutations = mutations("catalog", {
  productTranslationsSet: {
    input: () => ProductTranslationsSetInput,
    payload: () => ProductPayload,
    description:
      "Sets translations of a product. They are returned to requests with that language in `Plinth-Locale`. Missing texts fall back to the more general language (`de` for `de-AT`), then to the language of the catalogue.",
    about: "The product and its translations.",
  },
  productTranslationsRemove: {
    input: () => ProductTranslationsRemoveInput,
    payload: () => ProductPayload,
    description: "Removes the translations of a product in some languages.",
    about: "The product and the languages.",
  },
  productsTranslationsSet: {
    input: () => ProductsTranslationsSetInput,
    payload: () => ProductsPayload,
    description: "Sets translations of several products, each individually.",
    about: "The products and their translations.",
  },
});

@InputType({ description: "Sets translations of a product." })
class ProductTranslationsSetInput extends ProductTargetInput {
  @TranslationsField(
    () => ProductTranslationInput,
    "Translations by language, 1 to 50. Languages that are not listed stay.",
  )
  readonly translations!: readonly ProductTranslationInput[];
}

@InputType({ description: "Translations of one product." })
class ProductTranslationsItemInput extends ProductItemInput {
  @TranslationsField(
    () => ProductTranslationInput,
    "Translations by language, 1 to 50. Languages that are not listed stay.",
  )
  readonly translations!: readonly ProductTranslationInput[];
}

@InputType({ description: "Sets translations of several products, each individually." })
class ProductsTranslationsSetInput extends BulkInput {
  @Field(() => [ProductTranslationsItemInput], { description: "The products, at most 250." })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ProductTranslationsItemInput[];
}

@InputType({ description: "Removes the translations of a product in some languages." })
class ProductTranslationsRemoveInput extends ProductTargetInput {
  @LocalesField("The languages, 1 to 50. Languages without translations are ignored.")
  readonly locales!: readonly string[];
}
