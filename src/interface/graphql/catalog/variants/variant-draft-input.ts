import { InputType } from "type-graphql";
import { VariantChangesInput } from "./variant-changes-input.js";

@InputType({
  description:
    "A new variant: one combination of option values. Only the option values are required, and none for a product without options.",
})
export class VariantDraftInput extends VariantChangesInput {}
