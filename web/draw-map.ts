import './vega-maps.js';

export { rankingMap } from '../core/charts/choropleth.ts';
