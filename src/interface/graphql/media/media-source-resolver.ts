import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { MediaSource, SourceStatus } from "../../../application/media/ports/media-sources.js";
import { pageRequest } from "../../../application/shared/page.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { ConnectionSource } from "../paging/connection-source.js";
import { PageArgs } from "../paging/page-args.js";
import { presentConnection } from "../paging/present-connection.js";
import { Operation } from "../schema/operation.js";
import { MediaSourceStatuses } from "./media-source-statuses.js";
import { MediaSourceConnection } from "./media-source-type.js";

@Resolver()
export class MediaSourceResolver {
  @Operation("media.mediaSources.list", "media.mediaSources.count")
  @Query(() => MediaSourceConnection, {
    description: "External images by the state of fetching them. `FAILED` lists the broken ones.",
  })
  async mediaSources(
    @Arg("status", () => MediaSourceStatuses, { description: "Which of them." })
    status: SourceStatus,
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<MediaSource>> {
    const { list, count } = app.media.mediaSources;
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: () => list({ status, page }, viewer),
      count: () => count(status, viewer),
    });
  }
}
