import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { MediaSource, SourceStatus } from "../../../../application/catalog/media/media-ports.js";
import type { MediaRetried } from "../../../../application/catalog/media/retry-media-sources.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Operation } from "../../operation.js";
import { MediaFetchInput, MediaFetchPayload, MediaSourceType, SourceStatuses } from "./media-source-types.js";

const MOST = 100;

/** What staff can find out and do about images from elsewhere. */
@Resolver()
export class MediaSourceResolver {
  @Operation("catalog.mediaSources")
  @Query(() => [MediaSourceType], { description: "Images from elsewhere by how far their fetching has come: `FAILED` lists the broken ones." })
  mediaSources(
    @Arg("status", () => SourceStatuses, { description: "Which of them." }) status: SourceStatus,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100. When left out: 20." }) first: number | null,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<readonly MediaSource[]> {
    return app.catalog.mediaSources({ status, limit: Math.max(0, Math.min(first ?? 20, MOST)) }, viewer);
  }

  @Operation("catalog.mediaFetch")
  @Mutation(() => MediaFetchPayload, { description: "Has images from elsewhere fetched again, now and with all their attempts. What is there already stays." })
  mediaFetch(
    @Arg("input", () => MediaFetchInput, { validate: false, description: "Which of them." }) input: MediaFetchInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<MediaRetried>> {
    return carryOut(context.app.catalog.mediaFetch, input, info, context);
  }
}

@Resolver(() => MediaFetchPayload)
export class MediaFetchPayloadResolver {
  @FieldResolver()
  count(@Root() { result }: Answered<MediaRetried>): number | null {
    return result && result.count;
  }
}
