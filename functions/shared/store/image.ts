import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue } from 'aws-lambda';

/** An item as a stream tells of it, as the store would give it; undefined where there was none. */
export const itemOf = (image: Readonly<Record<string, AttributeValue>> | undefined): unknown =>
  // The types of the two libraries differ in how they write bytes, of which no item of ours has any.
  image === undefined ? undefined : unmarshall(image as Parameters<typeof unmarshall>[0]);
