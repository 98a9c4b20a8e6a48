/** The transforms that maps alone use, beside those of `vega.js`; they bring projections of the whole world. */
import { transforms } from 'vega-dataflow';
import { extend } from 'vega-util';
import geoshape from '../node_modules/vega-geo/src/GeoShape.js';
import projection from '../node_modules/vega-geo/src/Projection.js';

extend(transforms, { geoshape, projection });
