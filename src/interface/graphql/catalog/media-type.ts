import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { MediaView, Selected } from "../../../application/catalog/ports.js";
import { connectionOf } from "../connection.js";
import type { GraphqlContext } from "../context.js";
import { Node } from "../node.js";

export type MediaSource = Selected<MediaView>;

@ObjectType("Media", { implements: Node, simpleResolvers: true, description: "An image of a product or a collection." })
export class MediaType extends Node {
  @Field(() => String, { description: "The absolute address of the image." })
  readonly url!: string;

  @Field(() => String, { description: "What the image shows, for those who cannot see it. May be empty." })
  readonly alt!: string;
}

export const { Connection: MediaConnection } = connectionOf("Media", "images", () => MediaType);

@Resolver(() => MediaType)
export class MediaResolver {
  @FieldResolver()
  url(@Root() { url = "" }: MediaSource, @Ctx() { publicUrl }: GraphqlContext): string {
    return url.startsWith("/") ? publicUrl + url : url;
  }
}
