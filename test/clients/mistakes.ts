import { Kind, parse, parseType, print, visit, type ASTNode, type ASTVisitor } from "graphql";

const planted = (sdl: string, mistake: ASTVisitor, what: string): string => {
  const sound = parse(sdl);
  const mistaken = visit(sound, mistake) as ASTNode;
  if (mistaken === sound)
    throw new Error(`The mistake is not planted, for this is not there: ${what}`);
  return print(mistaken);
};

/** The schema without a type, or without an enum, scalar or input of that name; what refers to it stays. */
export const withoutType = (sdl: string, name: string): string =>
  planted(
    sdl,
    {
      enter: (node) =>
        "name" in node && node.name?.value === name && node.kind.endsWith("TypeDefinition")
          ? null
          : undefined,
    },
    name,
  );

/** The schema with a type that is no longer one of those that implement an interface. */
export const withoutInterface = (sdl: string, type: string, name: string): string =>
  planted(
    sdl,
    {
      ObjectTypeDefinition: (node) =>
        node.name.value === type && node.interfaces?.some((one) => one.name.value === name)
          ? { ...node, interfaces: node.interfaces.filter((one) => one.name.value !== name) }
          : undefined,
    },
    `${type} implements ${name}`,
  );

/** The schema without a field: `Product.slug`. */
export const withoutField = (sdl: string, field: string): string => inField(sdl, field, () => null);

/** The schema with another type of a field. */
export const retyped = (sdl: string, field: string, type: string): string =>
  inField(sdl, field, (node) => ({ ...node, type: parseType(type) }));

/** The schema without the description of a field. */
export const undescribed = (sdl: string, field: string): string =>
  inField(sdl, field, ({ description: _description, ...node }) => node);

/** The schema without an argument of a field: `Query.products`, `sort`. */
export const withoutArgument = (sdl: string, field: string, argument: string): string =>
  inField(sdl, field, (node) =>
    node.arguments?.some(({ name }) => name.value === argument)
      ? { ...node, arguments: node.arguments.filter(({ name }) => name.value !== argument) }
      : undefined,
  );

type FieldNode = Extract<ASTNode, { readonly kind: Kind.FIELD_DEFINITION }>;

const inField = (
  sdl: string,
  place: string,
  change: (field: FieldNode) => FieldNode | null | undefined,
): string => {
  const [type, field] = place.split(".");
  const enter: ASTVisitor = {
    FieldDefinition: (node, _key, _parent, _path, ancestors) => {
      const owner = ancestors.findLast((one): one is ASTNode => "kind" in one);
      return owner?.kind === Kind.OBJECT_TYPE_DEFINITION &&
        owner.name.value === type &&
        node.name.value === field
        ? change(node)
        : undefined;
    },
  };
  return planted(sdl, enter, place);
};
