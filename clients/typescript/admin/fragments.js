// Made from the schema of Plinth.

export const Collection = "fragment Collection on Collection {\n  id\n  slug\n  title\n  description\n  image {\n    ...Image\n  }\n  breadcrumbs {\n    id\n    slug\n    title\n  }\n  seo {\n    title\n    description\n  }\n}\n";

export const Image = "fragment Image on Media {\n  id\n  url\n  srcSet\n  alt\n  width\n  height\n  focalPoint {\n    x\n    y\n  }\n}\n";

export const Money = "fragment Money on Money {\n  amount\n  minorUnits\n  currency\n  fractionDigits\n  formatted\n}\n";

export const PageInfo = "fragment PageInfo on PageInfo {\n  hasNextPage\n  hasPreviousPage\n  startCursor\n  endCursor\n}\n";

export const ProductCard = "fragment ProductCard on Product {\n  id\n  slug\n  title\n  vendor\n  available\n  onSale\n  featuredImage {\n    ...Image\n  }\n  priceRange {\n    min {\n      ...Money\n    }\n    max {\n      ...Money\n    }\n  }\n}\n";

export const ProductChoice = "fragment ProductChoice on Product {\n  id\n  selectedOrFirstAvailableVariant(selectedOptions: $selectedOptions) {\n    ...Variant\n  }\n  availableOptionValues(selectedOptions: $selectedOptions) {\n    name\n    values {\n      value\n      selected\n      exists\n      available\n      variant {\n        id\n      }\n    }\n  }\n}\n";

export const ProductPage = "fragment ProductPage on Product {\n  ...ProductCard\n  descriptionHtml\n  productType\n  tags\n  seo {\n    title\n    description\n  }\n  options {\n    name\n    values\n  }\n  media(first: 20) {\n    nodes {\n      ...Image\n    }\n  }\n  metafields {\n    namespace\n    key\n    type\n    value\n  }\n  collections(first: 10) {\n    nodes {\n      id\n      slug\n      title\n    }\n  }\n}\n";

export const SearchFacets = "fragment SearchFacets on ProductSearchConnection {\n  totalCount\n  facets {\n    kind\n    name\n    label\n    values {\n      value\n      label\n      count\n      selected\n      minPrice {\n        ...Money\n      }\n      maxPrice {\n        ...Money\n      }\n    }\n    priceRange {\n      min {\n        ...Money\n      }\n      max {\n        ...Money\n      }\n    }\n  }\n  suggestions {\n    kind\n    query\n  }\n}\n";

export const Variant = "fragment Variant on Variant {\n  id\n  sku\n  available\n  stock\n  onSale\n  optionValues {\n    name\n    value\n  }\n  price {\n    ...Money\n  }\n  compareAtPrice {\n    ...Money\n  }\n  unitPriceMeasure {\n    total\n    totalUnit\n    base\n    baseUnit\n  }\n  image {\n    ...Image\n  }\n}\n";

export const FieldChange = "fragment FieldChange on FieldChange {\n  path\n  before\n  after\n}\n";

export const Warning = "fragment Warning on Warning {\n  code\n  message\n  path\n}\n";

export const UserError = "fragment UserError on UserError {\n  __typename\n  code\n  message\n  path\n  ... on AmountExceededError {\n    currency\n    most\n  }\n  ... on CartClosedError {\n    mergedInto\n    orderId\n  }\n  ... on IdempotencyError {\n    retryable\n  }\n  ... on InUseError {\n    uses\n  }\n  ... on InsufficientStockError {\n    available\n    variantId\n  }\n  ... on NotFoundError {\n    missing\n  }\n  ... on OrderNotPayableError {\n    unpayableReason\n  }\n  ... on PaymentMethodNotEligibleError {\n    ineligibility\n  }\n  ... on PaymentNotPossibleError {\n    blockedBy\n  }\n  ... on PriceChangedError {\n    currency\n    now\n    was\n    wasCurrency\n  }\n  ... on StaleVersionError {\n    currentVersion\n  }\n  ... on TakenError {\n    taken\n  }\n  ... on TooManyError {\n    count\n    limit\n  }\n}\n";
