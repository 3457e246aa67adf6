import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { loadMedia } from "../../media/load-media.js";
import type { MediaSource } from "../../media/media-type.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { type SwatchSource, SwatchType } from "./swatch-type.js";

@Resolver(() => SwatchType)
export class SwatchResolver {
  @FieldResolver()
  async image(
    @Root() { mediaId }: SwatchSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<MediaSource | null> {
    return mediaId ? loadMedia(context, mediaId, requestedFields(info)) : null;
  }
}
