export { type ListedSources, listSources, type SourceProblem } from './list-sources.ts';
export { stageFile } from './stage.ts';
