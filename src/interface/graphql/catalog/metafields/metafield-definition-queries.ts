import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { idOf } from "../../schema/id-of.js";
import { Operation } from "../../schema/operation.js";
import { loadMetafieldDefinition } from "./load-metafield-definition.js";
import { MetafieldDefinitionBy } from "./metafield-definition-by.js";
import { MetafieldDefinitionFilterInput } from "./metafield-definition-filter-input.js";
import { metafieldDefinitionFields } from "./metafield-definition-needs.js";
import {
  MetafieldDefinitionConnection,
  type MetafieldDefinitionSource,
  MetafieldDefinitionType,
} from "./metafield-definition-type.js";

@Resolver()
export class MetafieldDefinitionQueries {
  @Operation("catalog.metafieldDefinitions.list", "catalog.metafieldDefinitions.count")
  @Query(() => MetafieldDefinitionConnection, {
    description: "Custom field definitions, by namespace and key.",
  })
  async metafieldDefinitions(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => MetafieldDefinitionFilterInput, {
      nullable: true,
      description: "Filters the definitions. Default: all.",
    })
    conditions: MetafieldDefinitionFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<MetafieldDefinitionSource>> {
    const { list, count } = app.catalog.metafieldDefinitions;
    const page = pageRequest(args);
    const filter = {
      ...(conditions?.namespace != null && { namespace: conditions.namespace }),
      ...(conditions?.text != null && { text: conditions.text }),
    };
    return presentConnection(info, batch, {
      read: (nodes) => list({ filter, page, fields: metafieldDefinitionFields(nodes) }, viewer),
      count: () => count(filter, viewer),
    });
  }

  @Operation("catalog.metafieldDefinitions.byId", "catalog.metafieldDefinitions.byName")
  @Query(() => MetafieldDefinitionType, {
    nullable: true,
    description: "A custom field definition. Null when it does not exist.",
  })
  metafieldDefinition(
    @Arg("by", () => MetafieldDefinitionBy, { description: "The id of the definition." })
    { id = "", name }: MetafieldDefinitionBy,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<MetafieldDefinitionSource | null> {
    const { app, viewer } = context;
    const requested = requestedFields(info);
    return name
      ? app.catalog.metafieldDefinitions.byName(
          { name, fields: metafieldDefinitionFields(requested) },
          viewer,
        )
      : loadMetafieldDefinition(context, idOf("metafield", id), requested);
  }
}
