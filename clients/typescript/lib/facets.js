/**
 * The kinds of facets and where their values stand in a filter. A kind that this version does not know
 * is left alone, because servers may be newer than clients.
 */
const LISTS = {
  COLLECTION: "collections",
  PRODUCT_TYPE: "productTypes",
  TAG: "tags",
  VENDOR: "vendors",
};
const FLAGS = { AVAILABILITY: "available", ON_SALE: "onSale" };

// What a server accepts in one filter.
const MOST_VALUES = 250;
const MOST_OPTIONS = 20;
const MOST_METAFIELDS = 7;
const LONGEST_VALUE = 255;
const NUMBER_TYPES = ["INTEGER", "DECIMAL"];
const AMOUNT = /^\d{1,15}(\.\d{1,6})?$/;
const COLLECTION_ID = /^collection_[0-9a-z]{26}$/;
const NUMBER = /^-?\d{1,18}(\.\d{1,9})?$/;

/** A filter in which the value of a facet is chosen if it was not, and not chosen if it was. */
export const toggle = (filter, facet, value) => {
  const { kind } = facet;
  if (Object.hasOwn(LISTS, kind)) {
    const name = LISTS[kind];
    return without(filter, name, switched(filter?.[name], value.value));
  }
  if (Object.hasOwn(FLAGS, kind)) {
    const name = FLAGS[kind];
    const flag = value.value === "true";
    return without(filter, name, filter?.[name] === flag ? undefined : flag);
  }
  if (kind === "OPTION") return toggleNamed(filter, "options", facet.name, value.value);
  if (kind === "METAFIELD")
    return hasValue(value.from) || hasValue(value.to)
      ? toggleRange(filter, facet.name, value)
      : toggleNamed(filter, "metafields", facet.name, value.value);
  if (kind === "PRICE") return togglePrice(filter, value);
  return { ...filter };
};

/** The filter as parameters of an address; parameters of `base` that are none of a filter stay. */
export const toSearchParams = (filter, base = "") => {
  const params = new URLSearchParams(base);
  for (const name of new Set(params.keys())) if (isOfFilter(name)) params.delete(name);
  for (const name of Object.values(LISTS))
    for (const value of filter?.[name] ?? []) params.append(name, value);
  for (const { name, values } of filter?.options ?? [])
    for (const value of values ?? []) params.append(`${OPTION}${name}`, value);
  for (const { name, values, min, max } of filter?.metafields ?? []) {
    for (const value of values ?? []) params.append(`${METAFIELD}${name}`, value);
    if (hasValue(min)) params.append(`${METAFIELD}${name}.min`, min);
    if (hasValue(max)) params.append(`${METAFIELD}${name}.max`, max);
  }
  for (const end of ["min", "max"])
    if (hasValue(filter?.price?.[end])) params.append(`price.${end}`, filter.price[end]);
  for (const name of Object.values(FLAGS))
    if (hasValue(filter?.[name])) params.append(name, filter[name]);
  return params;
};

/**
 * The filter that parameters of an address say. What a server would refuse is left out; custom fields only
 * where `facets` tell which there are.
 */
export const fromSearchParams = (params, facets = null) => {
  const given = new URLSearchParams(params);
  const filter = {};
  for (const name of Object.values(LISTS)) {
    const values = valuesOf(given, name);
    const accepted =
      name === LISTS.COLLECTION ? values.filter((id) => COLLECTION_ID.test(id)) : values;
    if (accepted.length > 0) filter[name] = accepted;
  }
  const options = optionsOf(given);
  if (options.length > 0) filter.options = options;
  const metafields = metafieldsOf(given, facets);
  if (metafields.length > 0) filter.metafields = metafields;
  const price = priceOf(given);
  if (Object.keys(price).length > 0) filter.price = price;
  for (const name of Object.values(FLAGS)) {
    const flag = given.get(name);
    if (flag === "true" || flag === "false") filter[name] = flag === "true";
  }
  return filter;
};

const OPTION = "options.";
// Neither a namespace nor a key has a dot: the end of `metafields.facts.year.min` is none of its name.
const METAFIELD = "metafields.";
const METAFIELD_PARAM = /^metafields\.([^.]+\.[^.]+?)(?:\.(min|max))?$/;

const isOfFilter = (name) =>
  name.startsWith(OPTION) ||
  METAFIELD_PARAM.test(name) ||
  ["price.min", "price.max", ...Object.values(LISTS), ...Object.values(FLAGS)].includes(name);

const toggleNamed = (filter, list, name, value) => {
  const named = filter?.[list] ?? [];
  const values = switched(named.find((one) => one.name === name)?.values, value);
  return withNamed(filter, list, name, values && { name, values });
};

const toggleRange = (filter, name, { from, to }) => {
  const range = { name, ...(hasValue(from) && { min: from }), ...(hasValue(to) && { max: to }) };
  const before = filter?.metafields?.find((one) => one.name === name);
  const isChosen =
    before && isSameAmount(before.min, range.min) && isSameAmount(before.max, range.max);
  return withNamed(filter, "metafields", name, isChosen ? undefined : range);
};

const withNamed = (filter, list, name, condition) => {
  const others = (filter?.[list] ?? []).filter((one) => one.name !== name);
  const all = condition ? [...others, condition] : others;
  return without(filter, list, all.length > 0 ? all : undefined);
};

const togglePrice = (filter, { minPrice, maxPrice }) => {
  const price = {
    ...(minPrice && { min: minPrice.amount }),
    ...(maxPrice && { max: maxPrice.amount }),
  };
  const isChosen =
    filter?.price &&
    isSameAmount(filter.price.min, price.min) &&
    isSameAmount(filter.price.max, price.max);
  return without(filter, "price", isChosen ? undefined : price);
};

// The same amount can be written as 80 and as 80.00.
const isSameAmount = (one, other) =>
  hasValue(one) && hasValue(other)
    ? Number(one) === Number(other)
    : hasValue(one) === hasValue(other);

/** @returns undefined instead of an empty list */
const switched = (values, value) => {
  const others = (values ?? []).filter((one) => one !== value);
  const all = others.length === (values ?? []).length ? [...others, value] : others;
  return all.length > 0 ? all : undefined;
};

const without = (filter, name, value) => {
  const { [name]: _before, ...others } = filter ?? {};
  return value === undefined ? others : { ...others, [name]: value };
};

const isAccepted = (value) => value.length <= LONGEST_VALUE;

const valuesOf = (given, key) => unique(given.getAll(key)).filter(isAccepted).slice(0, MOST_VALUES);

const optionsOf = (given) =>
  unique([...given.keys()].filter((key) => key.startsWith(OPTION)))
    .map((key) => ({ name: key.slice(OPTION.length), values: valuesOf(given, key) }))
    .filter(({ name, values }) => name !== "" && isAccepted(name) && values.length > 0)
    .slice(0, MOST_OPTIONS);

/** Whether a field has ranges (true) or values (false). A facet without its type may have either (null). */
const hasRanges = ({ metafieldType }) =>
  metafieldType ? NUMBER_TYPES.includes(metafieldType) : null;

const metafieldsOf = (given, facets) => {
  const known =
    facets &&
    new Map(
      facets.filter(({ kind }) => kind === "METAFIELD").map((one) => [one.name, hasRanges(one)]),
    );
  const found = new Map();
  for (const [key, value] of given) {
    const [, name, end] = METAFIELD_PARAM.exec(key) ?? [];
    if (name === undefined || (end ? !NUMBER.test(value) : !isAccepted(value))) continue;
    if (known && !known.has(name)) continue;
    if ((known?.get(name) ?? Boolean(end)) !== Boolean(end)) continue;
    const { values = [], ...range } = found.get(name) ?? {};
    found.set(name, end ? { ...range, [end]: value } : { values: unique([...values, value]) });
  }
  return [...found].slice(0, MOST_METAFIELDS).map(([name, condition]) => ({
    name,
    ...condition,
    ...(condition.values && { values: condition.values.slice(0, MOST_VALUES) }),
  }));
};

const priceOf = (given) =>
  Object.fromEntries(
    ["min", "max"]
      .map((end) => [end, given.get(`price.${end}`) ?? ""])
      .filter(([, amount]) => AMOUNT.test(amount)),
  );

const unique = (values) => [...new Set(values)];

const hasValue = (value) => value !== undefined && value !== null;
