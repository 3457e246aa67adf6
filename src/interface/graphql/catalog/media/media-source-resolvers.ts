import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import type {
  MediaSource,
  SourceStatus,
} from "../../../../application/catalog/media/media-ports.js";
import type { MediaRetried } from "../../../../application/catalog/media/retry-media-sources.js";
import { pageRequest } from "../../../../application/shared/page.js";
import { carryOut, type Answered } from "../../carry-out.js";
import { connectionSource, EMPTY_PAGE, PageArgs, type ConnectionSource } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Operation } from "../../operation.js";
import { requestedFields } from "../../requested-fields.js";
import { wantsPage } from "../fields-of.js";
import {
  MediaFetchInput,
  MediaFetchPayload,
  MediaSourceConnection,
  SourceStatuses,
} from "./media-source-types.js";

/** What staff can find out and do about images from elsewhere. */
@Resolver()
export class MediaSourceResolver {
  @Operation("catalog.mediaSources.list", "catalog.mediaSources.count")
  @Query(() => MediaSourceConnection, {
    description:
      "Images from elsewhere by how far their fetching has come, page by page: `FAILED` lists the broken ones.",
  })
  async mediaSources(
    @Arg("status", () => SourceStatuses, { description: "Which of them." }) status: SourceStatus,
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app: { catalog }, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<MediaSource>> {
    const page = pageRequest(args);
    const found = wantsPage(requestedFields(info))
      ? await catalog.mediaSources.list({ status, page }, viewer)
      : EMPTY_PAGE;
    return connectionSource(found, () => catalog.mediaSources.count(status, viewer));
  }

  @Operation("catalog.mediaFetch")
  @Mutation(() => MediaFetchPayload, {
    description:
      "Has images from elsewhere fetched again, now and with all their attempts. What is there already stays.",
  })
  mediaFetch(
    @Arg("input", () => MediaFetchInput, { validate: false, description: "Which of them." })
    input: MediaFetchInput,
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
