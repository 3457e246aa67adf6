import { validateSync } from "class-validator";
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import {
  ArgumentValidationError,
  Extensions,
  getMetadataStorage,
  FieldResolver as TypeGraphqlFieldResolver,
} from "type-graphql";

type Params = ReturnType<typeof getMetadataStorage>["params"];
type Param = Params[number];
type Resolve = GraphQLFieldResolver<unknown, unknown, Readonly<Record<string, unknown>>>;
type Reader = (...parameters: Parameters<Resolve>) => unknown;

interface Method {
  readonly resolver: new () => object;
  readonly name: string;
}

const METHOD = "resolvedBy";

/**
 * Declares a field that a method resolves, as type-graphql's decorator of this name does.
 * type-graphql makes a promise for each field with arguments and searches all input classes; a list
 * has hundreds of such fields, so `callDirectly` calls the method.
 */
export const FieldResolver =
  (...options: Parameters<typeof TypeGraphqlFieldResolver>): MethodDecorator =>
  (prototype, name, descriptor) => {
    Extensions({ [METHOD]: { resolver: prototype.constructor, name: String(name) } })(
      prototype,
      name,
      descriptor,
    );
    TypeGraphqlFieldResolver(...options)(prototype, name, descriptor);
  };

/**
 * Makes the fields of a schema call their methods at once, wherever no argument has to become an
 * instance of its class.
 */
export const callDirectly = (schema: GraphQLSchema): void => {
  const instances = new Map<Method["resolver"], object>();
  const instanceOf = (resolver: Method["resolver"]): object => {
    const instance = instances.get(resolver) ?? new resolver();
    instances.set(resolver, instance);
    return instance;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { [METHOD]: method, ...others } = field.extensions as { readonly [METHOD]?: Method };
      if (!method || !field.resolve) continue;
      field.extensions = others;
      field.resolve = direct(field.resolve as Resolve, instanceOf(method.resolver), method);
    }
  }
};

const direct = (
  original: Resolve,
  instance: object,
  { resolver, name }: Method,
): GraphQLFieldResolver<unknown, unknown> => {
  const params = getMetadataStorage()
    .params.filter(({ target, methodName }) => target === resolver && methodName === name)
    .toSorted((a, b) => a.index - b.index);
  const method = (instance as Readonly<Record<string, (...values: readonly unknown[]) => unknown>>)[
    name
  ];
  const readers = params.flatMap((param) => readerOf(param) ?? []);
  const isNested = params.flatMap((param) => nestedIn(param) ?? []);
  if (!method || readers.length < params.length) return original;
  return (source, args, context, info) => {
    if (isNested.some((check) => check(args))) return original(source, args, context, info);
    return method.apply(
      instance,
      readers.map((read) => read(source, args, context, info)),
    );
  };
};

/**
 * How a parameter is read from the parameters of a GraphQL resolver; null where only type-graphql
 * can do it.
 */
const readerOf = (param: Param): Reader | null => {
  switch (param.kind) {
    case "root":
      return param.propertyName === undefined && param.getType === undefined
        ? (source) => source
        : null;
    case "context":
      return param.propertyName === undefined ? (_source, _args, context) => context : null;
    case "info":
      return (_source, _args, _context, info) => info;
    case "arg": {
      const { name } = param;
      return (_source, args) => args[name];
    }
    case "args": {
      const type = param.getType() as new () => object;
      return param.validateSettings === false
        ? (_source, args) => args
        : validatedOnce(type);
    }
    default:
      return null;
  }
};

/**
 * Whether a parameter holds an input object, which type-graphql validates as an instance of its
 * class.
 */
const nestedIn = (param: Param): ((args: Readonly<Record<string, unknown>>) => boolean) | null => {
  if ((param.kind !== "arg" && param.kind !== "args") || param.validateSettings === false)
    return null;
  if (param.kind === "args")
    return (args) =>
      Object.values(args).some(
        (value) => isInputObject(value) || (Array.isArray(value) && value.some(isInputObject)),
      );
  const { name } = param;
  return (args) => typeof args[name] === "object" && args[name] !== null;
};

const isInputObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What was valid for one item of a list is valid for the next: it has the same arguments. */
const validatedOnce = (type: new () => object): Reader => {
  let last: Readonly<Record<string, unknown>> = {};
  let valid: object | null = null;
  return (_source, args) => {
    if (valid === null || !isSame(args, last)) [valid, last] = [validated(type, args), args];
    return valid;
  };
};

const isSame = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
};

/** @throws ArgumentValidationError as type-graphql does */
const validated = (type: new () => object, args: Readonly<Record<string, unknown>>): object => {
  const instance = Object.assign(new type(), args);
  if (Object.values(args).every((value) => value == null)) return instance;
  const problems = validateSync(instance, {
    skipMissingProperties: true,
    forbidUnknownValues: false,
  });
  if (problems.length > 0) throw new ArgumentValidationError(problems);
  return instance;
};
