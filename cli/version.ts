/** The version in package.json, as `numoscope --version` prints it. */
export { toolVersion } from '../pipeline/tool-version.ts';
