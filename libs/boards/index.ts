export { BoardsHttpModule } from './boards.module.js';
export {
  About,
  Boards,
  PatientNamed,
  patientNamed,
  type Found,
  type Identity,
  type Nameless,
} from './views/board.query.js';
