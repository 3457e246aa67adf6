import { Args, Ctx, Resolver, Root } from "type-graphql";
import type { SourceProblem } from "../../../application/media/ports/media-sources.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { imageAddress, ownPath, sizeOf, srcSet } from "./image-address.js";
import { ImageArgs, SrcSetArgs } from "./image-args.js";
import { type MediaSource, type MediaStatus, MediaType } from "./media-type.js";

@Resolver(() => MediaType)
export class MediaResolver {
  @FieldResolver()
  url(
    @Root() image: MediaSource,
    @Args(() => ImageArgs) request: ImageArgs,
    @Ctx() { publicUrl }: GraphqlContext,
  ): string {
    return imageAddress(image, request, publicUrl);
  }

  @FieldResolver()
  width(@Root() image: MediaSource): number | null {
    return sizeOf(image)?.width ?? null;
  }

  @FieldResolver()
  height(@Root() image: MediaSource): number | null {
    return sizeOf(image)?.height ?? null;
  }

  @FieldResolver()
  srcSet(
    @Root() image: MediaSource,
    @Args(() => SrcSetArgs) { widths, format }: SrcSetArgs,
    @Ctx() { publicUrl }: GraphqlContext,
  ): string | null {
    return srcSet(image, widths ?? null, format, publicUrl);
  }

  @FieldResolver()
  status(@Root() image: MediaSource): MediaStatus {
    return ownPath(image) === null ? (image.source?.status ?? "EXTERNAL") : "READY";
  }

  @FieldResolver()
  problem(@Root() { source }: MediaSource): SourceProblem | null {
    return source?.problem ?? null;
  }
}
