import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { pageRequest } from "../../../../application/shared/page.js";
import { connectionSource, EMPTY_PAGE, PageArgs, type ConnectionSource } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { requestedFields } from "../../requested-fields.js";
import { metafieldDefinitionFields, nodesOf, wantsPage } from "../fields-of.js";
import { idOf } from "../lookups.js";
import {
  MetafieldDefinitionConnection,
  MetafieldDefinitionType,
  type MetafieldDefinitionSource,
} from "./metafield-definition-types.js";
import { MetafieldDefinitionBy, MetafieldDefinitionFilterInput } from "./metafield-inputs.js";

@Resolver()
export class MetafieldDefinitionQueries {
  @Operation("catalog.metafieldDefinitions.list", "catalog.metafieldDefinitions.count")
  @Query(() => MetafieldDefinitionConnection, {
    description: "The custom fields that products may carry, by namespace and key, page by page.",
  })
  async metafieldDefinitions(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => MetafieldDefinitionFilterInput, {
      nullable: true,
      description: "Which definitions to list. All of them when not given.",
    })
    given: MetafieldDefinitionFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<MetafieldDefinitionSource>> {
    const { list, count } = app.catalog.metafieldDefinitions;
    const [page, requested] = [pageRequest(args), requestedFields(info)];
    const filter = {
      ...(given?.namespace != null && { namespace: given.namespace }),
      ...(given?.text != null && { text: given.text }),
    };
    const found = wantsPage(requested)
      ? await list({ filter, page, fields: metafieldDefinitionFields(nodesOf(requested)) }, viewer)
      : EMPTY_PAGE;
    return connectionSource(found, () => count(filter, viewer));
  }

  @Operation("catalog.metafieldDefinitions.byId", "catalog.metafieldDefinitions.byName")
  @Query(() => MetafieldDefinitionType, {
    nullable: true,
    description: "One custom field that products may carry. Null when there is none.",
  })
  metafieldDefinition(
    @Arg("by", () => MetafieldDefinitionBy, { description: "Which definition." })
    { id = "", name }: MetafieldDefinitionBy,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, loaders, viewer }: GraphqlContext,
  ): Promise<MetafieldDefinitionSource | null> {
    const fields = metafieldDefinitionFields(requestedFields(info));
    return name
      ? app.catalog.metafieldDefinitions.byName({ name, fields }, viewer)
      : loaders.staff.metafieldDefinition(idOf("metafield", id), fields);
  }
}
