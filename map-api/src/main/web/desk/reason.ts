export { reason } from '../shared/reason';
