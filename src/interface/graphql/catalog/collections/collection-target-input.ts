import { targetInput } from "../../mutation/target-input.js";

/** What every mutation of one collection has first. */
export const CollectionTargetInput = targetInput("The id of the collection.");
