/**
 * What the bundle takes for parts of Vega's packages that none of our charts reaches (vite.config.ts): colour schemes, for
 * they bring their colours; readers of TopoJSON and CSV, for they bring their figures; measures of shapes on a globe.
 */
const none = [];
const absent = () => {
  throw new Error('This part of Vega is not in the site.');
};

export {
  absent as dsvFormat,
  absent as feature,
  absent as geoArea,
  absent as geoBounds,
  absent as geoCentroid,
  absent as mesh,
  none as schemeAccent,
  none as schemeCategory10,
  none as schemeDark2,
  none as schemeObservable10,
  none as schemePaired,
  none as schemePastel1,
  none as schemePastel2,
  none as schemeSet1,
  none as schemeSet2,
  none as schemeSet3,
};
