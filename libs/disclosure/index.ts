export {
  countOf,
  type Counted,
  type Extent,
  type Figure,
  type Place,
  type Population,
  type Release,
  type Table,
} from './domain/figures.js';
export { tellsOf, type Tells, type Whom } from './domain/narrative.js';
export { toHide, type Hidden, type Question } from './domain/suppress.js';
