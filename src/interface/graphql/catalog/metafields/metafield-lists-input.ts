import { ArrayMaxSize, ArrayMinSize, ValidateNested } from "class-validator";
import { Field } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { MetafieldInput } from "./metafield-input.js";
import { MetafieldNameInput } from "./metafield-name-input.js";

const each = (
  type: () => typeof MetafieldInput | typeof MetafieldNameInput,
  description: string,
): PropertyDecorator => {
  const decorators = [
    Field(() => [type()], { description }),
    ArrayMinSize(1),
    ArrayMaxSize(INPUT_LIMITS.entries),
    ValidateNested({ each: true }),
  ];
  return (target, name) => {
    for (const decorate of decorators) decorate(target, name);
  };
};

/** The lists of custom fields in the input of mutations. */
export const MetafieldListsInput = {
  ToSet: (): PropertyDecorator =>
    each(
      () => MetafieldInput,
      "The custom fields, 1 to 250: added, or changed when they exist. Fields that are not listed stay.",
    ),
  ToRemove: (owner: string): PropertyDecorator =>
    each(
      () => MetafieldNameInput,
      `The custom fields, 1 to 250. Fields that the ${owner} does not have are ignored.`,
    ),
};
