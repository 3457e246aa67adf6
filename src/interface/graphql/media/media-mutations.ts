import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DryRunInput } from "../mutation/dry-run-input.js";
import { mutations } from "../mutation/mutations.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { MediaFetchPayload } from "./media-fetch-payload.js";

export const mediaMutations = mutations("media", {
  mediaFetch: {
    input: () => MediaFetchInput,
    payload: () => MediaFetchPayload,
    description:
      "Fetches external images again, with a new set of attempts. Images that are already stored stay.",
    about: "Which of them.",
  },
});

@InputType({ description: "Fetches external images again." })
class MediaFetchInput extends DryRunInput {
  @Field(() => [String], {
    nullable: true,
    description: "The URLs, at most 250. Empty or null: all that failed.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.url, { each: true })
  readonly urls?: readonly string[] | null;
}
