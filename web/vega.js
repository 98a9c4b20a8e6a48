/**
 * What the bundle takes for `vega` (vite.config.ts): its parser, its view, and the transforms that charts of this survey
 * use. The whole of Vega also registers forces, hierarchies, word clouds and regressions, which a reader would wait for.
 * Plain JavaScript: these packages declare no types, those of `vega` hold.
 */
import { transforms } from 'vega-dataflow';
import * as encodings from 'vega-encode';
import * as geography from 'vega-geo';
import * as ordinary from 'vega-transforms';
import { extend } from 'vega-util';
import * as views from 'vega-view-transforms';

extend(transforms, ordinary, views, encodings, geography);

export { parse } from 'vega-parser';
export * from 'vega-util';
export { View } from 'vega-view';
