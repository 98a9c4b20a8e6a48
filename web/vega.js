/**
 * What the bundle takes for `vega` (vite.config.ts): its parser, its view, and the transforms that charts of this survey
 * use, each from its own file: those of Vega's packages come all together otherwise, and cannot be shaken out. The whole
 * of Vega also registers forces, hierarchies, word clouds and regressions, which a reader would wait for.
 * A kind of chart that needs another fails to draw in the browser tests, which open each kind.
 * Plain JavaScript: these packages declare no types, those of `vega` hold.
 */
import { transforms } from 'vega-dataflow';
import { extend } from 'vega-util';
import datajoin from '../node_modules/vega-encode/src/DataJoin.js';
import encode from '../node_modules/vega-encode/src/Encode.js';
import scale from '../node_modules/vega-encode/src/Scale.js';
import sortitems from '../node_modules/vega-encode/src/SortItems.js';
import aggregate from '../node_modules/vega-transforms/src/Aggregate.js';
import collect from '../node_modules/vega-transforms/src/Collect.js';
import facet from '../node_modules/vega-transforms/src/Facet.js';
import filter from '../node_modules/vega-transforms/src/Filter.js';
import formula from '../node_modules/vega-transforms/src/Formula.js';
import proxy from '../node_modules/vega-transforms/src/Proxy.js';
import relay from '../node_modules/vega-transforms/src/Relay.js';
import sieve from '../node_modules/vega-transforms/src/Sieve.js';
import bound from '../node_modules/vega-view-transforms/src/Bound.js';
import mark from '../node_modules/vega-view-transforms/src/Mark.js';
import render from '../node_modules/vega-view-transforms/src/Render.js';
import viewlayout from '../node_modules/vega-view-transforms/src/ViewLayout.js';

extend(transforms, { aggregate, collect, facet, filter, formula, proxy, relay, sieve });
extend(transforms, { bound, mark, render, viewlayout });
extend(transforms, { datajoin, encode, scale, sortitems });

export { parse } from 'vega-parser';
export * from 'vega-util';
export { View } from 'vega-view';
