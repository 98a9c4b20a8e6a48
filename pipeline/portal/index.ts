export { discoverDatasets } from './discover.ts';
export { PortalUnreachable } from './faults.ts';
export { fetchDatasets } from './fetch.ts';
export { editionOf, KNOWN_DATASETS, kindOf } from './identity.ts';
export type {
  DatasetKind,
  DiscoveredDataset,
  ExportFormat,
  FetchedDataset,
  PortalDataset,
  PortalField,
  PortalOptions,
  Provenance,
  RetryPolicy,
  Timeouts,
} from './types.ts';
