import { Field, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { MediaFetched } from "../../../application/media/media-fetch.js";
import { Payload } from "../mutation/payload.js";
import type { MutationResult } from "../mutation/run-mutation.js";
import { FieldResolver } from "../schema/field-resolver.js";

@ObjectType({ simpleResolvers: true, description: "Result of fetching external images again." })
export class MediaFetchPayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description: "Number of URLs that will be tried. Null when the request was refused.",
  })
  readonly count!: number | null;
}

@Resolver(() => MediaFetchPayload)
export class MediaFetchPayloadResolver {
  @FieldResolver()
  count(@Root() { result }: MutationResult<MediaFetched>): number | null {
    return result && result.count;
  }
}
