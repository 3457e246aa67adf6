import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { CollectionEdited } from "../../../../application/catalog/collections/take-collection.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import {
  CollectionCreateInput,
  CollectionDeleteInput,
  CollectionPlaceInput,
  CollectionProductsAddInput,
  CollectionProductsRemoveInput,
  CollectionProductsReorderInput,
  CollectionPublishInput,
  CollectionUnpublishInput,
  CollectionUpdateInput,
} from "./collection-inputs.js";
import {
  CollectionDeletePayload,
  CollectionPayload,
  type CollectionDeleted,
} from "./collection-payload.js";

type Edited = Promise<Answered<CollectionEdited>>;

@Resolver()
export class CollectionMutations {
  @Operation("catalog.collectionCreate")
  @Mutation(() => CollectionPayload, {
    description:
      "Makes a collection, not yet published. With rules it fills itself; `evaluating` says until when.",
  })
  collectionCreate(
    @Arg("input", () => CollectionCreateInput, { validate: false, description: "The collection." })
    input: CollectionCreateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.collectionCreate, input, info, context);
  }

  @Operation("catalog.collectionUpdate")
  @Mutation(() => CollectionPayload, {
    description: "Changes what people write about a collection.",
  })
  collectionUpdate(
    @Arg("input", () => CollectionUpdateInput, {
      validate: false,
      description: "Which collection, and what is to be different.",
    })
    input: CollectionUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.collectionUpdate, input, info, context);
  }

  @Operation("catalog.collectionPlace")
  @Mutation(() => CollectionPayload, {
    description:
      "Puts a collection below another one, or at another place among those with the same parent.",
  })
  collectionPlace(
    @Arg("input", () => CollectionPlaceInput, {
      validate: false,
      description: "Which collection, and where to.",
    })
    input: CollectionPlaceInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.collectionPlace, input, info, context);
  }

  @Operation("catalog.collectionPublish")
  @Mutation(() => CollectionPayload, {
    description: "Has the shop show a collection, now or in a window of time.",
  })
  collectionPublish(
    @Arg("input", () => CollectionPublishInput, {
      validate: false,
      description: "Which collection, and when.",
    })
    input: CollectionPublishInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.collectionPublish, input, info, context);
  }

  @Operation("catalog.collectionUnpublish")
  @Mutation(() => CollectionPayload, { description: "Has the shop no longer show a collection." })
  collectionUnpublish(
    @Arg("input", () => CollectionUnpublishInput, {
      validate: false,
      description: "Which collection.",
    })
    input: CollectionUnpublishInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.collectionUnpublish, input, info, context);
  }

  @Operation("catalog.collectionDelete")
  @Mutation(() => CollectionDeletePayload, {
    description:
      "Takes a collection away for good. Its products stay, and the collections below it go up to where it stood.",
  })
  collectionDelete(
    @Arg("input", () => CollectionDeleteInput, {
      validate: false,
      description: "Which collection.",
    })
    input: CollectionDeleteInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<CollectionDeleted>> {
    return carryOut(context.app.catalog.collectionDelete, input, info, context);
  }

  @Operation("catalog.collectionProductsAdd")
  @Mutation(() => CollectionPayload, { description: "Puts products into a collection." })
  collectionProductsAdd(
    @Arg("input", () => CollectionProductsAddInput, {
      validate: false,
      description: "Which collection, and which products.",
    })
    input: CollectionProductsAddInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.collectionProductsAdd, input, info, context);
  }

  @Operation("catalog.collectionProductsRemove")
  @Mutation(() => CollectionPayload, { description: "Takes products out of a collection." })
  collectionProductsRemove(
    @Arg("input", () => CollectionProductsRemoveInput, {
      validate: false,
      description: "Which collection, and which products.",
    })
    input: CollectionProductsRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.collectionProductsRemove, input, info, context);
  }

  @Operation("catalog.collectionProductsReorder")
  @Mutation(() => CollectionPayload, {
    description: "Moves products of a collection to other places.",
  })
  collectionProductsReorder(
    @Arg("input", () => CollectionProductsReorderInput, {
      validate: false,
      description: "Which collection, and the moves.",
    })
    input: CollectionProductsReorderInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.collectionProductsReorder, input, info, context);
  }
}
