/** The variables of an S3-compatible store for images. */
export const BUCKET_VARIABLES = [
  {
    name: "PLINTH_S3_BUCKET",
    about:
      "Bucket of an S3-compatible store for images. Images are kept in the data folder unless set.",
    fallback: null,
    example: "shop-media",
  },
  {
    name: "PLINTH_S3_ENDPOINT",
    about: "Address of the S3-compatible store. Amazon's unless set.",
    fallback: null,
    example: "https://minio.example.com",
  },
  { name: "PLINTH_S3_REGION", about: "Region of the bucket.", fallback: "us-east-1" },
  {
    name: "PLINTH_S3_PATH_STYLE",
    about:
      "`on` or `off`: whether the bucket is in the path of addresses, not in the host name. On with an endpoint unless set.",
    fallback: null,
    example: "off",
  },
  {
    name: "PLINTH_S3_ACCESS_KEY_ID",
    about:
      "Id of the access key of the S3-compatible store. The credentials of the machine are used unless set.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_S3_SECRET_ACCESS_KEY",
    about: "Secret of the access key of the S3-compatible store.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_S3_TIMEOUT_MS",
    about:
      "Longest time of one request to the S3-compatible store, in milliseconds; it is tried three times.",
    fallback: "10000",
  },
] as const;
