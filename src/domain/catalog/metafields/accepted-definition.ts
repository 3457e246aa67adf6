import { Problems } from "../../shared/problems.js";
import {
  declaredContent,
  type DeclaredContent,
  type MetafieldDefinitionContent,
} from "./metafield-definition.js";
import { DEFAULT_USAGE } from "./metafield-usage.js";
import { isChoiceType, isListType } from "./metafield-type.js";

/**
 * The definition that a file describes, as far as it can be one: without what its type does not
 * allow, and with its key for a name that is no text. A field of choices without choices is text.
 */
export const acceptedDefinition = (content: DeclaredContent): MetafieldDefinitionContent => {
  const { namespace, key, type, name } = content;
  const plain = { namespace, key, name, description: "" };
  const text = isListType(type) ? "TEXT_LIST" : "TEXT";
  const candidates: readonly DeclaredContent[] = [
    content,
    { ...content, name: key },
    { ...plain, type, ...(isChoiceType(type) && { choices: content.choices ?? [] }) },
    { ...plain, type: isChoiceType(type) ? text : type },
    { ...plain, type: isChoiceType(type) ? text : type, name: key },
  ];
  for (const candidate of candidates) {
    const accepted = new Problems().collect(() => declaredContent(candidate));
    if (accepted) return accepted;
  }
  // Only its name is left to be refused, with the product that has it.
  return { ...DEFAULT_USAGE, choices: [], translations: [], ...plain, type };
};
