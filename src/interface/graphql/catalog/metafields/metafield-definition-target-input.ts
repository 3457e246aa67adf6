import { targetInput } from "../../mutation/target-input.js";

/** What every mutation of one definition has first. */
export const MetafieldDefinitionTargetInput = targetInput("The id of the definition.");
