/** Several decorators of a property as one: for fields that several inputs have. */
export const combined =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, name) => {
    for (const decorate of decorators) decorate(target, name);
  };
