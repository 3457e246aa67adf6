import type { GraphQLResolveInfo } from "graphql";
import { Arg, type ClassType, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Change } from "../../../application/shared/change.js";
import type { App } from "../../app.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { Operation } from "../schema/operation.js";
import type { Payload } from "./payload.js";
import { type MutationFields, runMutation } from "./run-mutation.js";

interface MutationSpec<Input extends object> extends MutationFields {
  readonly input: () => ClassType<Input>;
  readonly payload: () => ClassType<Payload>;
  readonly description: string;
  /** The description of the argument `input`. */
  readonly about: string;
}

type MutationSpecs<Operations> = {
  readonly [Name in keyof Operations]?: Operations[Name] extends Change<infer Input, infer _Result>
    ? MutationSpec<Input & object>
    : never;
};

/** The mutations of a context of Plinth: each runs the operation of its own name with its input. */
export const mutations = <Context extends keyof App>(
  context: Context,
  specs: MutationSpecs<App[Context]>,
): ClassType => mutationsOf<App[Context]>(context, specs);

/** The mutations of any context, with the type of its operations. */
export const mutationsOf = <Operations>(
  context: string,
  specs: MutationSpecs<Operations>,
): ClassType => {
  @Resolver()
  class Mutations {
    readonly context = context;
  }

  for (const [name, spec] of Object.entries(specs as Record<string, MutationSpec<object>>)) {
    const run = (input: object, info: GraphQLResolveInfo, request: GraphqlContext) => {
      const operation = Reflect.get(Reflect.get(request.app, context), name) as Change<
        object,
        unknown
      >;
      return runMutation(operation, input, info, request, spec);
    };
    addMutation(Mutations, name, `${context}.${name}`, run, spec);
  }
  return Mutations;
};

// What the decorators of a method do, because a method that comes from a table cannot carry them.
const addMutation = (
  { prototype }: ClassType,
  name: string,
  operation: string,
  run: (...parameters: never[]) => unknown,
  { input, payload, description, about }: MutationSpec<object>,
): void => {
  const descriptor = { value: run, writable: true };
  Object.defineProperty(prototype, name, descriptor);
  Arg("input", input, { validate: false, description: about })(prototype, name, 0);
  Info()(prototype, name, 1);
  Ctx()(prototype, name, 2);
  Operation(operation)(prototype, name, descriptor);
  Mutation(payload, { description })(prototype, name, descriptor);
};
