/** Everything a chart can be quoted or embedded by, and whether it is ready to be. */
export interface Share {
  title: string;
  /** The page where its figures can be explored. */
  page: string;
  /** Digest of the figures shown, which tells a later reader whether they were revised. */
  figures: string;
  version: string;
  citation: string;
  bibtex: string;
  check: {
    ready: boolean;
    /** « Bon à publier », or that it is not. */
    verdict: string;
    /** One sentence for each thing that is missing. */
    reasons: readonly string[];
  };
  embed: { live: string; frozen: string; image: string };
}
